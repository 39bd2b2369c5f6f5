package org.duban.petition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a batch holds, counted.
 *
 * @param byDistrict letters by district, in parts where several answer; a department's part counts for the letter's own
 * @param statedByDistrict what the paper says, under the names used here
 * @param byUnit shares by unit, of the letters dispatched
 * @param byType letters by kind of pollution; one of several kinds counts in each
 * @param footnote said under the table when the kinds exceed the letters; null otherwise
 * @param differences what does not agree, a sentence each; the batch is not closed while there are any
 */
public record Totals(
        int letters,
        int calls,
        int mails,
        int starred,
        Map<String, BigDecimal> byDistrict,
        Map<String, BigDecimal> byUnit,
        Map<String, BigDecimal> statedByDistrict,
        Map<String, Integer> byType,
        String footnote,
        List<String> differences,
        Clock clock) {

    /** How far the letters have come. */
    public record Clock(int received, int dispatched, int signed, int answered, int closed, int overdue) {}

    /** Why the kinds of pollution sum up to more than the letters; null when they do not. */
    public static String footnote(int types, int letters) {
        return types > letters ? "注：一件来件涉及几种污染类型的，在各类型中分别计数，因此类型合计（" + types + "）多于件数（" + letters + "）。" : null;
    }

    public BigDecimal sumByDistrict() {
        return byDistrict.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public int sumByType() {
        return byType.values().stream().mapToInt(Integer::intValue).sum();
    }
}
