package org.duban.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;

/**
 * One month's round. Its two days come from the deadline ledger.
 *
 * @param reportDueOn the last day for units to report; null until the ledger has it
 * @param cutOffOn the last day before the results freeze by themselves; null until the ledger has it
 * @param frozenAt when the results were frozen, or null; {@code frozenBy} by whom
 */
public record Round(
        CaseNo no,
        YearMonth month,
        Instant openedAt,
        Actor openedBy,
        LocalDate reportDueOn,
        LocalDate cutOffOn,
        Instant frozenAt,
        Actor frozenBy) {

    static Round opened(YearMonth month, Instant at, Actor by) {
        return new Round(CaseNo.round(month), month, at, by, null, null, null, null);
    }

    public boolean frozen() {
        return frozenAt != null;
    }

    /** The office's name of it: 2026年11月调度. */
    public String title() {
        return monthWords(month) + "调度";
    }

    /** As in the address of its page: 2026-11. */
    public String address() {
        return month.toString();
    }

    /** 2026年11月. */
    public static String monthWords(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** The month a round's number stands for. */
    public static YearMonth monthOf(String no) {
        return YearMonth.of(Integer.parseInt(no.substring(2, 6)), Integer.parseInt(no.substring(7)));
    }
}
