package org.duban.notice;

import java.time.Instant;
import java.util.Objects;
import org.duban.kernel.CaseNo;

/**
 * A message to be posted.
 *
 * @param key posting the same key again posts nothing
 * @param caseNo the case it is about; null for what concerns no single case, such as a new year's calendar
 * @param subjectKey what {@link StillWanted} is asked about before the message leaves; null when it leaves in any case
 * @param group the candidate group that reads it: a role or a unit, never a person
 * @param link an address of this application that the title leads to, or null
 * @param leavesAt not shown before
 */
public record NewMessage(
        String key,
        CaseNo caseNo,
        String subjectKey,
        String group,
        MessageKind kind,
        String title,
        String text,
        String link,
        Instant leavesAt) {

    public NewMessage {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(leavesAt, "leavesAt");
        requireText("key", key);
        requireText("group", group);
        requireText("title", title);
        requireText("text", text);
        if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
            throw new IllegalArgumentException("A message links to this application only: " + link);
        }
    }

    private static void requireText(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A message needs a " + name);
        }
    }
}
