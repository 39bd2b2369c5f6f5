package org.duban.desk;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;

/** How a list of cases is sorted: one of the few columns that have an index, up or down, then by number. */
public record CaseOrder(Column column, boolean descending) {

    /** The newest first. */
    public static final CaseOrder NEWEST = new CaseOrder(Column.NO, true);

    /** What can be sorted by; {@link #word()} is the name in addresses. */
    public enum Column {
        NO("no"),
        SOURCE("source"),
        LEAD_UNIT("leadUnit"),
        DUE_ON("dueOn"),
        STATE("state");

        private final String word;

        Column(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Reads {@code dueOn} or, downwards, {@code -dueOn}; nothing means {@link #NEWEST}. */
    public static CaseOrder of(String text) {
        if (text == null || text.isBlank()) {
            return NEWEST;
        }
        boolean descending = text.startsWith("-");
        String word = descending ? text.substring(1) : text;
        return Arrays.stream(Column.values())
                .filter(column -> column.word.equals(word))
                .findFirst()
                .map(column -> new CaseOrder(column, descending))
                .orElseThrow(() -> new Refusal(
                        "sort",
                        "不能按“" + word + "”排序，可用的有 "
                                + Arrays.stream(Column.values())
                                        .map(Column::word)
                                        .collect(Collectors.joining("、"))
                                + "，前面加减号为倒序。"));
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + column.word;
    }
}
