package org.duban.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Progress due by a day (序时进度): each measure counts the same, and within a measure every day does, from the day the
 * plan was accepted to the measure's own last day.
 *
 * @param percent null when there is nothing to count by
 * @param basis the count in Chinese, line by line
 */
public record PlannedProgress(Integer percent, List<String> basis) {

    private static final int ALL = 100;

    /** Something with a last day: a measure of the plan, or the problem itself. */
    public record Part(String name, LocalDate dueOn) {}

    /**
     * @param from the day the time runs from
     * @param on the day asked about
     */
    static PlannedProgress of(LocalDate from, LocalDate on, List<Part> parts) {
        if (parts.isEmpty()) {
            return new PlannedProgress(null, List.of());
        }
        List<String> basis = new ArrayList<>();
        double sum = 0;
        for (Part part : parts) {
            long whole = ChronoUnit.DAYS.between(from, part.dueOn());
            long passed = Math.max(0, ChronoUnit.DAYS.between(from, on));
            boolean over = !on.isBefore(part.dueOn());
            double share = over || whole <= 0 ? (over ? 1 : 0) : (double) passed / whole;
            sum += share;
            basis.add(
                    over
                            ? part.name() + "：时限 " + part.dueOn() + " 已到，应完成 100%"
                            : part.name() + "：" + from + " 至 " + part.dueOn() + " 共 " + whole + " 天，已过 " + passed
                                    + " 天，应完成 " + Math.round(share * ALL) + "%");
        }
        int percent = (int) Math.round(sum * ALL / parts.size());
        if (parts.size() > 1) {
            basis.add(parts.size() + " 项平均，截至 " + on + " 应完成 " + percent + "%");
        }
        return new PlannedProgress(percent, List.copyOf(basis));
    }
}
