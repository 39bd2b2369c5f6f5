package org.duban.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.DeadlineRules;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.Opening;
import org.duban.deadline.SubjectKind;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.springframework.stereotype.Component;

/** Keeps a problem's own deadlines in the ledger: its limit, the public notice, look-back and standing review. */
@Component
class ProblemDeadlines {

    /** The rule whose clause says that the problem's own limit counts. */
    private static final String LIMIT = "UserTask_ReportDone";

    /** The timer events of the model that wait for these days. */
    private static final String NOTICE_TIMER = "Catch_NoticePeriodOver";

    private static final String LOOK_BACK_TIMER = "Catch_LookBackDue";
    private static final String STANDING_TIMER = "Catch_StandingReviewDue";

    private final DeadlineLedger ledger;
    private final DeadlineMoves moves;
    private final DeadlineRules rules;
    private final Clock clock;

    ProblemDeadlines(DeadlineLedger ledger, DeadlineMoves moves, DeadlineRules rules, Clock clock) {
        this.ledger = ledger;
        this.moves = moves;
        this.rules = rules;
        this.clock = clock;
    }

    /** The limit as it counts from today. */
    Deadline settled(Deadline limit) {
        boolean open = limit.kind() == DeadlineKind.IMMEDIATE && limit.dueOn() == null;
        LocalDate today = LocalDate.now(clock);
        return limit.settled(
                open
                        ? rules.due(SubjectKind.PROBLEM, DeadlineRules.IMMEDIATE, today)
                                .due()
                        : null);
    }

    /** Opens the limit of a problem that had none before. */
    void openLimit(Problem problem) {
        Deadline limit = problem.dispatch().deadline();
        if (limit == null || limit.dueOn() == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        boolean counted = limit.kind() == DeadlineKind.IMMEDIATE
                && limit.dueOn()
                        .equals(rules.due(SubjectKind.PROBLEM, DeadlineRules.IMMEDIATE, today)
                                .due());
        String rule = limit.kind() == DeadlineKind.IMMEDIATE ? DeadlineRules.IMMEDIATE : LIMIT;
        ledger.open(new Opening(
                problem.no(),
                LedgerKind.SUBJECT,
                limitKey(problem),
                rule,
                today,
                counted ? null : limit.dueOn(),
                null,
                null,
                false));
    }

    /** Lets the limit fall away that no longer holds, and opens the one that does. */
    void moveLimit(Problem problem) {
        LocalDate due = problem.dispatch().deadline() == null
                ? null
                : problem.dispatch().deadline().dueOn();
        boolean kept = false;
        for (LedgerEntry limit : openLimits(problem)) {
            if (limit.currentDueOn().equals(due)) {
                kept = true;
            } else {
                ledger.voidDeadline(limit.key(), clock.instant());
            }
        }
        if (!kept) {
            openLimit(problem);
        }
    }

    /** A standing problem is reviewed from time to time and has no last day any more. */
    void dropLimit(Problem standing) {
        openLimits(standing).forEach(limit -> ledger.voidDeadline(limit.key(), clock.instant()));
    }

    void meetLimit(Problem rectified) {
        openLimits(rectified).forEach(limit -> ledger.meet(limit.key(), clock.instant()));
    }

    private List<LedgerEntry> openLimits(Problem problem) {
        return ledger.current(problem.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .toList();
    }

    private static String limitKey(Problem problem) {
        // A limit once met stays met; work that starts again after an objection has a row of its own.
        return key(problem) + "/limit/"
                + problem.progress().attempt() + "/"
                + problem.dispatch().deadline().dueOn();
    }

    LedgerEntry openNotice(Problem problem, int which) {
        return ledger.open(Opening.counted(
                        problem.no(),
                        LedgerKind.PUBLIC_NOTICE,
                        noticeKey(problem.no(), which),
                        DeadlineRules.PUBLIC_NOTICE,
                        LocalDate.now(clock))
                .movedBy(NOTICE_TIMER));
    }

    Optional<LedgerEntry> notice(CaseNo no, int which) {
        return ledger.byKey(noticeKey(no, which)).filter(LedgerEntry::isOpen);
    }

    void endNotice(CaseNo no, int which) {
        ledger.meet(noticeKey(no, which), clock.instant());
    }

    void stopNotice(CaseNo no, int which) {
        ledger.voidDeadline(noticeKey(no, which), clock.instant());
    }

    private static String noticeKey(CaseNo no, int which) {
        return no + "/notice/" + which;
    }

    LedgerEntry lookBackDue(Problem problem) {
        Risk risk = Objects.requireNonNullElse(problem.listing().risk(), Risk.MEDIUM);
        LocalDate struckOffOn = LocalDate.ofInstant(problem.progress().struckOffAt(), Zones.CITY);
        return ledger.open(Opening.counted(
                        problem.no(),
                        LedgerKind.LOOK_BACK,
                        key(problem) + "/lookBack",
                        DeadlineRules.lookBack(risk.name()),
                        struckOffOn)
                .movedBy(LOOK_BACK_TIMER));
    }

    /** The day set for it becomes today, and the timer with it; a day that has come stays. */
    void lookBackToday(Problem problem, String reason, Actor by) {
        LedgerEntry set = lookBackDue(problem);
        LocalDate today = LocalDate.now(clock);
        if (set.isOpen() && set.currentDueOn().isAfter(today)) {
            moves.correct(problem.no(), set.id(), today, reason, by);
        }
    }

    void lookedBack(Problem problem) {
        ledger.meet(key(problem) + "/lookBack", clock.instant());
    }

    LedgerEntry standingReviewDue(Problem problem, long reviewsBefore) {
        return ledger.open(Opening.counted(
                        problem.no(),
                        LedgerKind.STANDING_REVIEW,
                        standingKey(problem, reviewsBefore),
                        DeadlineRules.STANDING_REVIEW,
                        LocalDate.now(clock))
                .movedBy(STANDING_TIMER));
    }

    void standingReviewed(Problem problem, long reviewsBefore) {
        ledger.meet(standingKey(problem, reviewsBefore), clock.instant());
    }

    private static String standingKey(Problem problem, long reviewsBefore) {
        return key(problem) + "/standing/" + (reviewsBefore + 1);
    }

    private static String key(Problem problem) {
        return problem.no() + "/" + problem.progress().rectification();
    }
}
