package org.duban.notice;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.duban.kernel.Refusal;

/** A place in a list of messages, newest first. Opaque to callers. */
public record MessageCursor(Instant leftAt, long id) {

    static MessageCursor of(Message message) {
        return new MessageCursor(message.leftAt(), message.id());
    }

    String encode() {
        String plain = leftAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal when the text was not given out here; null and blank are no place at all */
    static MessageCursor decode(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new MessageCursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // The same answer as for half a place.
        }
        throw new Refusal("after", "翻页位置 after 无效，请去掉它从第一页重新查询。");
    }
}
