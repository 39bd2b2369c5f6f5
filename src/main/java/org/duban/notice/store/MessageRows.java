package org.duban.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.duban.kernel.CaseNo;
import org.duban.notice.Message;
import org.duban.notice.MessageCursor;
import org.duban.notice.MessageKind;

/** Rows of messages that have left, and the places between them. */
final class MessageRows {

    /** Completes {@code found}, the ids of the messages to show, for {@code :me}. */
    static final String SELECT = """
            select m.*, f.on_behalf_of, mine.read_at as mine_at
              from found join message m on m.id = found.id
              left join message_read f on f.message_id = m.id and f.username = m.read_by
              left join message_read mine on mine.message_id = m.id and mine.username = :me
             order by m.left_at desc, m.id desc""";

    private MessageRows() {}

    /** A condition on the place in the list; none without a cursor. */
    static String place(String comparison, MessageCursor cursor, Map<String, Object> parameters) {
        if (cursor == null) {
            return "";
        }
        parameters.put("placeAt", cursor.leftAt().atOffset(ZoneOffset.UTC));
        parameters.put("placeId", cursor.id());
        return " and (left_at, id) " + comparison + " (:placeAt, :placeId)";
    }

    static Message message(ResultSet row, int number) throws SQLException {
        Instant readAt = instant(row, "read_at");
        return new Message(
                row.getLong("id"),
                row.getString("key"),
                caseNo(row),
                row.getString("candidate_group"),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"),
                row.getString("link"),
                instant(row, "left_at"),
                readAt == null
                        ? null
                        : new Message.Reading(row.getString("read_by"), row.getString("on_behalf_of"), readAt),
                instant(row, "mine_at"));
    }

    static CaseNo caseNo(ResultSet row) throws SQLException {
        String no = row.getString("case_no");
        return no == null ? null : CaseNo.of(no);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
