package org.duban.petition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The letters of one reception window, handed over together (第 n 批).
 *
 * @param stated what the paper that came with it says it holds
 */
public record Batch(
        long id,
        Key key,
        Instant windowFrom,
        Instant windowTo,
        LocalDate handedOverOn,
        Stated stated,
        Instant closedAt,
        String closedBy,
        Instant openedAt,
        int version) {

    /** @param receiver the place it went to; empty for this city */
    public record Key(String inspection, String receiver, int ordinal) {}

    /**
     * Totals as the hand-over paper states them; null or empty what it does not say.
     *
     * @param calls 来电
     * @param mails 来信
     * @param districts number of letters by district, in parts where several handle one
     */
    public record Stated(
            Integer letters,
            Integer calls,
            Integer mails,
            Integer starred,
            Map<String, BigDecimal> districts,
            Map<String, BigDecimal> types) {

        public static final Stated NOTHING = new Stated(null, null, null, null, Map.of(), Map.of());

        /** What this paper leaves unsaid an earlier one may have said. */
        Stated over(Stated earlier) {
            return new Stated(
                    letters == null ? earlier.letters : letters,
                    calls == null ? earlier.calls : calls,
                    mails == null ? earlier.mails : mails,
                    starred == null ? earlier.starred : starred,
                    districts.isEmpty() ? earlier.districts : districts,
                    types.isEmpty() ? earlier.types : types);
        }

        public boolean isEmpty() {
            return equals(NOTHING);
        }

        /** What the paper itself does not add up, a sentence each. */
        public List<String> differences() {
            List<String> found = new ArrayList<>();
            Reconciling.paper(this, found);
            return found;
        }
    }

    public boolean open() {
        return closedAt == null;
    }

    /** 第十五批. */
    public String name() {
        return "第" + Ordinals.chinese(key.ordinal()) + "批";
    }
}
