package org.duban.audit;

import java.util.List;
import java.util.Set;

/** One of the auditor's lists: shown in pages, filtered, and exported whole. */
public interface AuditList {

    /** In its address. */
    String key();

    String title();

    /** What it lists and why that deserves a look, in a sentence or two. */
    String about();

    /** The heads of its columns. */
    List<String> columns();

    /** By what it can be narrowed. */
    Set<Field> fields();

    /** Which kinds of cases {@link Field#FLOW} offers. */
    default List<Flow> flows() {
        return List.of(Flow.values());
    }

    /** What {@code n} means: label and the number taken when none is given; null where there is no number. */
    default Number number() {
        return null;
    }

    /**
     * A page.
     *
     * @param after what the page before named as next; null for the first
     */
    Page page(AuditFilter filter, String after, int size);

    /** By what a list can be narrowed. */
    enum Field {
        NUMBER,
        PERIOD,
        PERSON,
        CASE,
        LATE,
        KIND,
        FLOW
    }

    /** A number of the list's own, such as the days of silence. */
    record Number(String label, int usual, int most) {}

    /** A cell; {@code address} leads on, or is null. */
    record Cell(String text, String address) {

        public static Cell of(Object value) {
            return new Cell(value == null ? "" : value.toString(), null);
        }

        /** A case, leading to its replay. */
        public static Cell ofCase(String no) {
            return new Cell(no, "/audit/cases/" + no);
        }
    }

    /** Rows, and what to pass on for the next page; null on the last. */
    record Page(List<List<Cell>> rows, String next) {

        /** Cuts off the row too many by which one knows that there are more. */
        static <T> Page of(
                List<T> found,
                int size,
                java.util.function.Function<T, List<Cell>> row,
                java.util.function.Function<T, String> place) {
            List<T> shown = found.size() > size ? found.subList(0, size) : found;
            return new Page(
                    shown.stream().map(row).toList(), found.size() > size ? place.apply(shown.get(size - 1)) : null);
        }
    }
}
