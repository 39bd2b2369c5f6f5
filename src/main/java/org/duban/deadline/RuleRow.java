package org.duban.deadline;

import java.util.Map;
import java.util.Optional;
import org.duban.engine.Decisions.Match;

/** Reads a row of the table {@code DeadlineRule}: the office's words become a period. */
final class RuleRow {

    private static final Map<String, FirstDay> FIRST_DAYS = Map.of("不计", FirstDay.EXCLUDED, "计入", FirstDay.INCLUDED);
    private static final Map<String, RestDay> REST_DAYS = Map.of("不顺延", RestDay.STAYS, "顺延", RestDay.MOVES_ON);

    private RuleRow() {}

    static DeadlineRule of(String code, Match row, String version) {
        return new DeadlineRule(
                code,
                row.text("name"),
                period(row),
                row.flag("subjectDate"),
                row.annotation(),
                version,
                row.evaluation());
    }

    /** @throws IllegalArgumentException when a cell says what no period can be made of; names the cell's word */
    static Period period(Match row) {
        Integer amount = row.number("amount");
        if (amount == null || amount < 1 || amount > WorkingCalendar.LONGEST) {
            throw new IllegalArgumentException("时长“" + amount + "”应为 1 至 " + WorkingCalendar.LONGEST + " 之间的整数");
        }
        RestDay restDay = word(
                "期满逢休息日", REST_DAYS, Optional.ofNullable(row.text("restDay")).orElse("不顺延"));
        String unit = String.valueOf(row.text("unit"));
        return switch (unit) {
            case "工作日", "自然日" ->
                Period.ofDays(
                        amount,
                        unit.equals("工作日") ? CountingUnit.WORKING : CountingUnit.CALENDAR,
                        word("起算当日", FIRST_DAYS, row.text("firstDay")),
                        restDay);
            case "个月" -> Period.ofMonths(amount, restDay);
            case "工作小时" -> Period.ofHours(amount);
            default -> throw new IllegalArgumentException("计算单位“" + unit + "”应为 工作日、自然日、个月 或 工作小时");
        };
    }

    private static <T> T word(String column, Map<String, T> words, String word) {
        T meaning = word == null ? null : words.get(word);
        if (meaning == null) {
            throw new IllegalArgumentException(column + "“" + word + "”应为 " + String.join(" 或 ", words.keySet()));
        }
        return meaning;
    }
}
