package org.duban.card;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.deadline.CountingUnit;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.FirstDay;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.Opening;
import org.duban.deadline.WorkingCalendars;
import org.springframework.stereotype.Component;

/** The clock of the written answer: a deadline in the ledger, one for each time a unit is asked to answer. */
@Component
class ReplyClock {

    /** The rule whose clause says that the day printed on the notice counts. */
    private static final String RULE = "cardReply";

    private static final String TIMER = "Boundary_ReplyOverdue";

    private final DeadlineLedger ledger;
    private final WorkingCalendars calendars;
    private final CardRecords records;

    ReplyClock(DeadlineLedger ledger, WorkingCalendars calendars, CardRecords records) {
        this.ledger = ledger;
        this.calendars = calendars;
        this.records = records;
    }

    /** The last day when asked to answer today within so many working days. */
    LocalDate due(int workingDays) {
        return calendars
                .current()
                .dueDate(records.today(), workingDays, CountingUnit.WORKING, FirstDay.EXCLUDED)
                .due();
    }

    /** Starts the clock of a card whose day is set. */
    void start(Card card) {
        ledger.open(Opening.until(card.no(), LedgerKind.CARD_REPLY, key(card), RULE, records.today(), card.replyDueOn())
                .heldBy(card.unit().group())
                .movedBy(TIMER));
    }

    /** From this moment on the answer is late. */
    Instant overdueAt(Card card) {
        return ledger.byKey(key(card)).map(LedgerEntry::timerAt).orElseThrow();
    }

    /** The answer came. */
    void met(Card card) {
        ledger.meet(key(card), records.now());
    }

    /** No answer is awaited any more. */
    void stop(Card card) {
        if (card.replyDueOn() != null) {
            ledger.voidDeadline(key(card), records.now());
        }
    }

    private static String key(Card card) {
        return card.no() + "/reply/" + card.level() + "/" + card.replyDueOn();
    }
}
