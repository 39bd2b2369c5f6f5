package org.duban.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as tables of letters write them, also with the year or the 月 left out: 2017-05-09, 5月9日, 59日. */
final class LetterDates {

    private static final Pattern WHOLE = Pattern.compile("(20\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern PACKED = Pattern.compile("(?<!\\d)(20\\d{2})([01]\\d)([0-3]\\d)(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile("(?<!\\d)(\\d{1,2})月(\\d{1,2})[日号]?");
    private static final Pattern LOST_MONTH = Pattern.compile("(?<!\\d)(\\d{2,4})日");

    private LetterDates() {}

    /**
     * The first day a text names; empty when it names none.
     *
     * @param about a day near it, for a text without a year: the day read is not after it
     * @throws DateTimeException when it names a day that does not exist, or could be two
     */
    static Optional<LocalDate> read(String text, LocalDate about) {
        String plain = Text.halfWidth(text);
        Matcher whole = WHOLE.matcher(plain);
        if (whole.find()) {
            return Optional.of(day(whole));
        }
        Matcher packed = PACKED.matcher(plain);
        if (packed.find()) {
            return Optional.of(day(packed));
        }
        Matcher monthDay = MONTH_DAY.matcher(plain);
        if (monthDay.find()) {
            return Optional.of(near(about, number(monthDay, 1), number(monthDay, 2)));
        }
        Matcher lost = LOST_MONTH.matcher(plain);
        return lost.find() ? Optional.of(lostMonth(lost.group(1), about)) : Optional.empty();
    }

    private static LocalDate day(Matcher parts) {
        return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    }

    private static LocalDate near(LocalDate about, int month, int day) {
        LocalDate sameYear = LocalDate.of(about.getYear(), month, day);
        return sameYear.isAfter(about) ? sameYear.minusYears(1) : sameYear;
    }

    /** 59日 is 5月9日 whose 月 got lost; 112日 could be two days and is refused. */
    private static LocalDate lostMonth(String digits, LocalDate about) {
        LocalDate found = null;
        for (int split = 1; split <= 2 && split < digits.length(); split++) {
            int month = Integer.parseInt(digits.substring(0, split));
            int day = Integer.parseInt(digits.substring(split));
            boolean written = digits.charAt(split) != '0' && digits.charAt(0) != '0';
            if (written && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
                if (found != null) {
                    throw new DateTimeException("“" + digits + "日”可以读成两个日期");
                }
                found = near(about, month, day);
            }
        }
        if (found == null) {
            throw new DateTimeException("“" + digits + "日”不是日期");
        }
        return found;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
