package org.duban.problem;

import java.time.Instant;

/**
 * How far it has come. {@code rectification} counts from 1, a relapse adds one; {@code attempt} counts the rounds of
 * work within it, {@code planRevision} the plans handed in; {@code relapseFound} is null until looked back.
 *
 * @param reportedAt when the last responsible unit's head signed the report; null while work is to be done
 */
public record Progress(
        ProblemState state,
        int rectification,
        int attempt,
        int planRevision,
        int returns,
        Boolean relapseFound,
        Instant reportedAt,
        Instant rectifiedAt,
        Instant struckOffAt) {

    Progress to(ProblemState next) {
        return new Progress(
                next,
                rectification,
                attempt,
                planRevision,
                returns,
                relapseFound,
                reportedAt,
                rectifiedAt,
                struckOffAt);
    }

    Progress reported(Instant at) {
        return new Progress(
                ProblemState.REPORTED,
                rectification,
                attempt,
                planRevision,
                returns,
                relapseFound,
                at,
                rectifiedAt,
                struckOffAt);
    }

    Progress nextAttempt() {
        return new Progress(
                ProblemState.RECTIFYING,
                rectification,
                attempt + 1,
                planRevision,
                returns,
                relapseFound,
                null,
                null,
                null);
    }

    /** Handed to other units; what was reported in this round of work stays in the record and counts no more. */
    Progress handedOver() {
        return state == ProblemState.RECTIFYING
                ? nextAttempt().to(ProblemState.DISPATCHED)
                : to(ProblemState.DISPATCHED);
    }

    Progress nextPlan() {
        return new Progress(
                ProblemState.PLAN_SUBMITTED,
                rectification,
                attempt,
                planRevision + 1,
                returns,
                relapseFound,
                reportedAt,
                rectifiedAt,
                struckOffAt);
    }

    Progress returned() {
        return new Progress(
                ProblemState.RETURNED,
                rectification,
                attempt,
                planRevision,
                returns + 1,
                relapseFound,
                reportedAt,
                rectifiedAt,
                struckOffAt);
    }

    Progress rectified(Instant at) {
        return new Progress(
                ProblemState.PUBLIC_NOTICE,
                rectification,
                attempt,
                planRevision,
                returns,
                relapseFound,
                reportedAt,
                at,
                struckOffAt);
    }

    Progress struckOff(Instant at) {
        return new Progress(
                ProblemState.STRUCK_OFF,
                rectification,
                attempt,
                planRevision,
                returns,
                relapseFound,
                reportedAt,
                rectifiedAt,
                at);
    }

    Progress lookedBack(boolean relapsed) {
        return new Progress(
                relapsed ? ProblemState.STRUCK_OFF : ProblemState.CLOSED,
                rectification,
                attempt,
                planRevision,
                returns,
                relapsed,
                reportedAt,
                rectifiedAt,
                struckOffAt);
    }

    /** To be looked at once more; what the last look found stays in the record. */
    Progress lookAgain() {
        return new Progress(
                ProblemState.STRUCK_OFF,
                rectification,
                attempt,
                planRevision,
                returns,
                null,
                reportedAt,
                rectifiedAt,
                struckOffAt);
    }

    Progress again() {
        return new Progress(ProblemState.REGISTERED, rectification + 1, 1, 0, 0, null, null, null, null);
    }

    static Progress first(ProblemState state) {
        return new Progress(state, 1, 1, 0, 0, null, null, null, null);
    }
}
