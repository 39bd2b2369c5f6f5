package org.duban.launch;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the sample's relative dates into real ones: {@code @{-45}} is forty-five days ago, {@code @{+60|month}} the end of
 * the month sixty days ahead.
 */
final class SampleDates {

    private static final Pattern TOKEN = Pattern.compile("@\\{([+-]?\\d+)(?:\\|(\\w+))?}");

    private final LocalDate today;

    SampleDates(LocalDate today) {
        this.today = today;
    }

    String resolve(String text) {
        return TOKEN.matcher(text).replaceAll(token -> Matcher.quoteReplacement(date(token.group(1), token.group(2))));
    }

    private String date(String days, String form) {
        LocalDate day = today.plusDays(Long.parseLong(days));
        return switch (form == null ? "day" : form) {
            case "month" -> day.format(DateTimeFormatter.ofPattern("yyyy年M月底"));
            case "quarter" -> day.getYear() + "年第" + ((day.getMonthValue() + 2) / 3) + "季度末";
            case "year" -> day.getYear() + "年底";
            case "cn" -> day.format(DateTimeFormatter.ofPattern("yyyy年M月d日"));
            case "y" -> String.valueOf(day.getYear());
            default -> day.toString();
        };
    }
}
