package org.duban.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.duban.deadline.WorkingCalendar;
import org.duban.problem.DeadlineKind;

/** Counts the working days to a case's last day and puts them into words. Holds for one day, for one request. */
final class TimeLeft {

    /** Calendar days before the last day from which a case counts as due soon. */
    static final int SOON = 7;

    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final Map<LocalDate, Integer> counted = new HashMap<>();

    TimeLeft(WorkingCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
    }

    /** Working days after today up to the last day; negative when over; null when nothing runs any more. */
    Integer days(CaseRow row) {
        boolean runs = row.dueOn() != null
                && row.deadlineKind() != DeadlineKind.STANDING
                && row.doneAt() == null
                && row.struckOffAt() == null;
        return runs ? counted.computeIfAbsent(row.dueOn(), this::count) : null;
    }

    private Integer count(LocalDate due) {
        boolean over = due.isBefore(today);
        LocalDate from = over ? due : today;
        LocalDate to = over ? today : due;
        int days = (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count();
        return over ? -days : days;
    }

    String words(CaseRow row) {
        if (row.struckOffAt() != null) {
            return "已销号";
        }
        if (row.deadlineKind() == DeadlineKind.STANDING) {
            return "长期坚持";
        }
        if (row.rectifiedAt() != null) {
            return row.overdue() ? "逾期完成整改" : "按期完成整改";
        }
        if (row.doneAt() != null) {
            return row.overdue() ? "逾期报出，待核查" : "按期报出，待核查";
        }
        if (row.dueOn() == null) {
            return "未定";
        }
        int days = days(row);
        if (row.overdue()) {
            return days == 0 ? "超期，不足 1 个工作日" : "超期 " + -days + " 个工作日";
        }
        return row.dueOn().equals(today) ? "今天到期" : "剩 " + days + " 个工作日";
    }

    /** {@code late}, {@code soon}, {@code done} or {@code calm}: chooses the colour that goes with the words. */
    String urgency(CaseRow row) {
        if (row.overdue()) {
            return "late";
        }
        if (row.struckOffAt() != null || row.doneAt() != null) {
            return "done";
        }
        Integer days = days(row);
        return days != null && !row.dueOn().isAfter(today.plusDays(SOON)) ? "soon" : "calm";
    }
}
