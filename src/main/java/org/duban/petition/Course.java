package org.duban.petition;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a letter has come.
 *
 * @param dueOn until when it is to be answered
 * @param attempt which round of investigation, from 1; a re-dispatch or an unsatisfied petitioner starts another
 * @param redispatches 二次派单
 * @param callBacks how often the petitioner was asked
 * @param leader who has taken the case upon himself (领导包案)
 * @param problemNo the problem it became
 * @param answeredAt when the last unit's head signed the answer
 * @param passedAt when the answer passed the review
 */
public record Course(
        PetitionState state,
        LocalDate dueOn,
        int attempt,
        int returns,
        int redispatches,
        int callBacks,
        Boolean satisfied,
        String leader,
        String problemNo,
        Instant dispatchedAt,
        Instant signedAt,
        Instant answeredAt,
        Instant passedAt,
        Instant closedAt) {

    static final Course NEW =
            new Course(PetitionState.REGISTERED, null, 1, 0, 0, 0, null, null, null, null, null, null, null, null);

    Edit edit() {
        return new Edit(this);
    }

    /** A course in the making. */
    static final class Edit {
        private PetitionState state;
        private LocalDate dueOn;
        private int attempt;
        private int returns;
        private int redispatches;
        private int callBacks;
        private Boolean satisfied;
        private String leader;
        private String problemNo;
        private Instant dispatchedAt;
        private Instant signedAt;
        private Instant answeredAt;
        private Instant passedAt;
        private Instant closedAt;

        private Edit(Course from) {
            state = from.state;
            dueOn = from.dueOn;
            attempt = from.attempt;
            returns = from.returns;
            redispatches = from.redispatches;
            callBacks = from.callBacks;
            satisfied = from.satisfied;
            leader = from.leader;
            problemNo = from.problemNo;
            dispatchedAt = from.dispatchedAt;
            signedAt = from.signedAt;
            answeredAt = from.answeredAt;
            passedAt = from.passedAt;
            closedAt = from.closedAt;
        }

        Edit state(PetitionState to) {
            state = to;
            return this;
        }

        Edit dueOn(LocalDate day) {
            dueOn = day;
            return this;
        }

        Edit dispatched(Instant at) {
            dispatchedAt = at;
            return state(PetitionState.DISPATCHED);
        }

        Edit returned() {
            returns++;
            return this;
        }

        Edit allSigned(Instant at) {
            signedAt = at;
            return state(PetitionState.INVESTIGATING);
        }

        Edit notAllSigned() {
            signedAt = null;
            return state(PetitionState.DISPATCHED);
        }

        Edit answered(Instant at) {
            answeredAt = at;
            return state(PetitionState.REVIEWING);
        }

        Edit redispatched() {
            redispatches++;
            return again();
        }

        /** Another round of investigation. */
        Edit again() {
            attempt++;
            answeredAt = null;
            passedAt = null;
            return state(PetitionState.INVESTIGATING);
        }

        Edit passed(Instant at, PetitionState next) {
            passedAt = at;
            return state(next);
        }

        Edit calledBack(Boolean content) {
            callBacks++;
            satisfied = content;
            return this;
        }

        Edit leader(String name) {
            leader = name;
            return this;
        }

        Edit problem(String no) {
            problemNo = no;
            return this;
        }

        Edit closed(Instant at) {
            closedAt = at;
            return state(PetitionState.CLOSED);
        }

        Course done() {
            return new Course(
                    state,
                    dueOn,
                    attempt,
                    returns,
                    redispatches,
                    callBacks,
                    satisfied,
                    leader,
                    problemNo,
                    dispatchedAt,
                    signedAt,
                    answeredAt,
                    passedAt,
                    closedAt);
        }
    }
}
