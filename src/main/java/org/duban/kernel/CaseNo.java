package org.duban.kernel;

import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * The number a case keeps from registration to the archive: two letters for the flow, the year of registration and a
 * serial, as in {@code WT2026-000123}: {@code WT} problem, {@code XF} petition, {@code HP} card, {@code DD} monthly
 * round. It is the business key of every process of the case.
 */
public record CaseNo(String value) {

    private static final Pattern FORM = Pattern.compile("(WT|XF|HP|DD)\\d{4}-\\d{6}");

    public CaseNo {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new Refusal("no", "案号“" + value + "”格式不对，应如 WT2026-000123。");
        }
    }

    public static CaseNo of(String value) {
        return new CaseNo(value);
    }

    /** A problem's number: {@code WT}, year, serial of that year. */
    public static CaseNo problem(int year, long serial) {
        return new CaseNo("WT%04d-%06d".formatted(year, serial));
    }

    /** A card's number: {@code HP}, year, serial of that year. */
    public static CaseNo card(int year, long serial) {
        return new CaseNo("HP%04d-%06d".formatted(year, serial));
    }

    /** A petition's number: {@code XF}, year, serial of that year. */
    public static CaseNo petition(int year, long serial) {
        return new CaseNo("XF%04d-%06d".formatted(year, serial));
    }

    /** A monthly round's number: {@code DD}, year, and the month as its serial. */
    public static CaseNo round(YearMonth month) {
        return new CaseNo("DD%04d-%06d".formatted(month.getYear(), month.getMonthValue()));
    }

    @Override
    public String toString() {
        return value;
    }
}
