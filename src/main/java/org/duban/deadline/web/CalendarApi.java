package org.duban.deadline.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.duban.deadline.CalendarLoading;
import org.duban.deadline.CountingUnit;
import org.duban.deadline.DayTrace;
import org.duban.deadline.DueDate;
import org.duban.deadline.FirstDay;
import org.duban.deadline.WorkingCalendar;
import org.duban.deadline.WorkingCalendars;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working-day calendar: counting on it, reading a year, loading a year. */
@RestController
@RequestMapping("/api/calendar")
class CalendarApi {

    private final WorkingCalendars calendars;
    private final CalendarLoading loading;
    private final CurrentActor actor;

    CalendarApi(WorkingCalendars calendars, CalendarLoading loading, CurrentActor actor) {
        this.calendars = calendars;
        this.loading = loading;
        this.actor = actor;
    }

    /** Counts a period; the day it starts from is not counted unless {@code firstDay=included}. */
    @GetMapping("/due")
    Due due(
            @RequestParam LocalDate from,
            @RequestParam int days,
            @RequestParam(defaultValue = "working") String unit,
            @RequestParam(defaultValue = "excluded") String firstDay) {
        WorkingCalendar calendar = calendars.current();
        DueDate due = calendar.dueDate(
                from,
                days,
                word(CountingUnit.class, "unit", unit, "working（工作日）或 calendar（自然日）"),
                word(FirstDay.class, "firstDay", firstDay, "excluded（起算当日不计）或 included（计入）"));
        return new Due(due.due(), due.trace(), due.provisional(), calendar.version(), due.explain());
    }

    /** A year as it is in force. */
    @GetMapping("/{year}")
    YearBody year(@PathVariable int year) {
        return answer(year, List.of());
    }

    /** Loads a year as a new version. */
    @PutMapping("/{year}")
    YearBody load(@PathVariable int year, @RequestBody YearRequest body) {
        return answer(year, loading.load(body.toYear(year), actor.get()).warnings());
    }

    private YearBody answer(int year, List<String> warnings) {
        WorkingCalendar calendar = calendars.current();
        return calendar.year(year)
                .map(found ->
                        YearBody.of(found, loading.newest(year).orElseThrow(), calendar.workingDays(year), warnings))
                .orElseThrow(() -> new NotFound(year + " 年的放假安排还没有载入，请在“设置 - 工作日历”中载入。"));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String value, String choices) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new Refusal(field, "参数 " + field + " 的值“" + value + "”不对，应为 " + choices + "。");
    }

    record Due(
            LocalDate due, List<DayTrace> trace, boolean provisional, long calendarVersion, List<String> explanation) {}
}
