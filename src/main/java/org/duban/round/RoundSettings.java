package org.duban.round;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.duban.kernel.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the monthly round opens by itself ({@code duban.round.*}). No published rule names a day; the 25th is common.
 *
 * @param openingDay day of the month, 1 to 28, so that every month has it
 * @param openingTime time of that day, such as 09:00
 */
@ConfigurationProperties("duban.round")
public record RoundSettings(
        @DefaultValue("25") int openingDay,
        @DefaultValue("09:00") String openingTime) {

    private static final int IN_EVERY_MONTH = 28;

    public RoundSettings {
        if (openingDay < 1 || openingDay > IN_EVERY_MONTH) {
            throw new Refusal("openingDay", "设置 duban.round.opening-day 应为 1 至 28。");
        }
    }

    /** The timer of the model: second, minute, hour, day of the month. */
    String cycle() {
        LocalTime time = LocalTime.parse(openingTime);
        return "0 %d %d %d * ?".formatted(time.getMinute(), time.getHour(), openingDay);
    }

    /** The month whose opening day came last; a timer that fires days late still opens the month it stood for. */
    YearMonth monthDue(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return today.getDayOfMonth() >= openingDay ? month : month.minusMonths(1);
    }
}
