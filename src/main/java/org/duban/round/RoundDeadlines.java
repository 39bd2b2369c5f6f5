package org.duban.round;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.Opening;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** The two days of a round in the deadline ledger: the last one to report, and the last one before the freeze. */
@Component
class RoundDeadlines {

    private static final String REPORT_RULE = "UserTask_ReportRound";
    private static final String CUT_OFF_RULE = "roundCutOff";

    /** The timer of the model that follows the ledger when the day moves. */
    private static final String CUT_OFF_TIMER = "Catch_CutOffReached";

    private final DeadlineLedger ledger;

    RoundDeadlines(DeadlineLedger ledger) {
        this.ledger = ledger;
    }

    void open(CaseNo no, LocalDate on) {
        LedgerEntry report = ledger.open(no, LedgerKind.ROUND, reportKey(no), REPORT_RULE, on);
        ledger.open(Opening.counted(no, LedgerKind.ROUND, cutOffKey(no), CUT_OFF_RULE, report.currentDueOn())
                .movedBy(CUT_OFF_TIMER));
    }

    /** The moment the last day before the freeze is over. */
    Instant cutOffAt(CaseNo no) {
        return ledger.byKey(cutOffKey(no)).orElseThrow().timerAt();
    }

    /** Whether the last day to report is over. */
    boolean late(CaseNo no, Instant now) {
        return ledger.byKey(reportKey(no)).orElseThrow().missed(now);
    }

    /** Closes both days: silence is no report, so the first one falls away unless everybody reported. */
    void frozen(CaseNo no, boolean allReported, Instant at) {
        if (allReported) {
            ledger.meet(reportKey(no), at);
        } else {
            ledger.voidDeadline(reportKey(no), at);
        }
        ledger.meet(cutOffKey(no), at);
    }

    private static String reportKey(CaseNo no) {
        return no + "/report";
    }

    private static String cutOffKey(CaseNo no) {
        return no + "/cutOff";
    }
}
