package org.duban.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.kernel.Refusal;

/**
 * Checks a year's table before it is loaded. What cannot be true is refused; what is unusual is a warning, because
 * notices have given days off that no other year had.
 */
final class YearTable {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    /** The longest stretch of days off ever given is 9; a longer one is a slip in the table. */
    private static final int LONGEST_STRETCH = 12;
    /** Make-up days lie close to the feast they make up for. */
    private static final int FARTHEST_MAKE_UP = 31;

    /** Years had 248 to 251 working days; one far from that has rows missing or too many. */
    private static final int FEWEST_WORKING_DAYS = 244;

    private static final int MOST_WORKING_DAYS = 254;
    private static final int NAME_LENGTH = 30;
    private static final int NOTICE_LENGTH = 200;
    private static final List<String> FEASTS = List.of("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆");

    private YearTable() {}

    /**
     * The year, its days in order.
     *
     * @throws Refusal naming the field and the row that cannot be
     */
    static CalendarYear checked(CalendarYear year) {
        check(
                year.year() >= FIRST_YEAR && year.year() <= LAST_YEAR,
                "year",
                "年份 " + year.year() + " 不在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间，请核对。");
        check(
                year.notice() != null
                        && !year.notice().isBlank()
                        && year.notice().length() <= NOTICE_LENGTH,
                "notice",
                "请填写放假通知的文号或标题（不超过 " + NOTICE_LENGTH + " 字），如“国办发明电〔2024〕12号”。");
        check(!year.days().isEmpty(), "days", "表中没有任何日期，请填写该年的放假日和调休上班日。");
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < year.days().size(); i++) {
            checkDay(year, i, seen);
        }
        checkStretches(year);
        checkMakeUps(year);
        List<CalendarDay> inOrder = year.days().stream()
                .sorted(Comparator.comparing(CalendarDay::date))
                .toList();
        return new CalendarYear(year.year(), year.notice().strip(), inOrder);
    }

    /** What a person should look at before loading: feasts the table does not name, an unlikely number of days. */
    static List<String> warnings(CalendarYear year) {
        List<String> warnings = new ArrayList<>();
        List<String> absent = FEASTS.stream()
                .filter(feast -> year.days().stream()
                        .noneMatch(day ->
                                day.kind() == DayKind.HOLIDAY && day.name().contains(feast)))
                .toList();
        if (!absent.isEmpty()) {
            warnings.add("表中没有" + String.join("、", absent) + "的放假日，请对照通知核对是否遗漏。");
        }
        int workingDays = new WorkingCalendar(0, List.of(year)).workingDays(year.year());
        if (workingDays < FEWEST_WORKING_DAYS || workingDays > MOST_WORKING_DAYS) {
            warnings.add("按此表全年有 " + workingDays + " 个工作日，往年为 248 至 251 个，请对照通知核对。");
        }
        return List.copyOf(warnings);
    }

    private static void checkDay(CalendarYear year, int index, Set<LocalDate> seen) {
        CalendarDay day = year.days().get(index);
        String row = "第 " + (index + 1) + " 行";
        String field = "days[" + index + "]";
        check(day.date() != null, field + ".date", row + "没有日期，日期应如 " + year.year() + "-01-01。");
        check(
                belongs(day.date(), year.year()),
                field + ".date",
                row + "的 " + day.date() + " 不在 " + year.year() + " 年内（元旦可从上年 12 月下旬起），请核对年份。");
        check(seen.add(day.date()), field + ".date", row + "的 " + day.date() + " 与前面重复，同一天只能出现一次。");
        check(day.kind() != null, field + ".type", row + "（" + day.date() + "）的类型不对，放假填 holiday，调休上班填 workday。");
        check(
                day.name() != null && !day.name().isBlank() && day.name().length() <= NAME_LENGTH,
                field + ".name",
                row + "（" + day.date() + "）没有节日名称或名称过长，请填写节日名称，如“国庆节”。");
        check(
                day.kind() == DayKind.HOLIDAY || isWeekend(day.date()),
                field + ".type",
                row + "的 " + TraceLines.named(day.date()) + "本来就是工作日，调休上班日只能是周六或周日，请核对。");
    }

    private static boolean belongs(LocalDate date, int year) {
        boolean lastDaysOfYearBefore =
                date.getYear() == year - 1 && date.getMonthValue() == 12 && date.getDayOfMonth() >= 20;
        return date.getYear() == year || lastDaysOfYearBefore;
    }

    private static void checkStretches(CalendarYear year) {
        List<LocalDate> off = dates(year, DayKind.HOLIDAY).sorted().toList();
        int length = 0;
        for (int i = 0; i < off.size(); i++) {
            length = i > 0 && off.get(i - 1).plusDays(1).equals(off.get(i)) ? length + 1 : 1;
            check(
                    length <= LONGEST_STRETCH,
                    "days",
                    "到 " + off.get(i) + " 已连续放假超过 " + LONGEST_STRETCH + " 天，不合常理，请核对日期。");
        }
    }

    private static void checkMakeUps(CalendarYear year) {
        List<LocalDate> off = dates(year, DayKind.HOLIDAY).toList();
        dates(year, DayKind.WORKDAY)
                .forEach(day -> check(
                        off.stream().anyMatch(free -> Math.abs(ChronoUnit.DAYS.between(day, free)) <= FARTHEST_MAKE_UP),
                        "days",
                        "调休上班日 " + day + " 前后 " + FARTHEST_MAKE_UP + " 天内没有放假日，请核对日期。"));
    }

    private static Stream<LocalDate> dates(CalendarYear year, DayKind kind) {
        return year.days().stream().filter(day -> day.kind() == kind).map(CalendarDay::date);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static void check(boolean holds, String field, String message) {
        if (!holds) {
            throw new Refusal(field, message);
        }
    }
}
