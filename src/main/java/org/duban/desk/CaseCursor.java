package org.duban.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.duban.kernel.Refusal;

/** Where the next page starts: the last row's sort key and number. Opaque to callers, bound to its order. */
public record CaseCursor(CaseOrder order, String key, String no) {

    private static final String SEPARATOR = "\n";

    public String encode() {
        String plain = order + SEPARATOR + no + SEPARATOR + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal when the text was not given out for this order */
    static CaseCursor decode(String text, CaseOrder order) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(SEPARATOR, 3);
            if (parts.length == 3 && parts[0].equals(order.toString())) {
                return new CaseCursor(order, parts[2], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            // The same answer as for a cursor of another order.
        }
        throw new Refusal("after", "翻页位置 after 无效，请去掉它从第一页重新查询。");
    }
}
