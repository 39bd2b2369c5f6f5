package org.duban.round;

import java.util.List;

/** What the form 填报月调度 files: one entry for each row of the unit's table. */
public record ReportRound(List<Row> items) {

    /**
     * One problem. With {@code unchanged} nothing else is needed.
     *
     * @param actual percent done
     * @param status null leaves it to what planned and actual say
     */
    public record Row(String no, boolean unchanged, String text, Integer actual, ItemStatus status, String issue) {}
}
