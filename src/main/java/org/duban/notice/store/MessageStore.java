package org.duban.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.duban.kernel.CaseNo;
import org.duban.notice.MessageKind;
import org.duban.notice.NewMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds messages and lets them out. */
@Repository
public class MessageStore {

    static final String DUE = """
            select id, key, case_no, subject_key, candidate_group, kind, title, text from message
             where left_at is null and withdrawn_at is null and leaves_at <= :now
             order by leaves_at, id limit :limit for update skip locked""";

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    /** A message whose time has come. */
    public record Due(
            long id,
            String key,
            CaseNo caseNo,
            String subjectKey,
            String group,
            MessageKind kind,
            String title,
            String text) {}

    /** Adds those whose keys are not known yet, all in one statement. */
    public void add(List<NewMessage> messages, Instant at) {
        db.sql("""
                        insert into message (key, case_no, subject_key, candidate_group, kind, title, text, link,
                            leaves_at, posted_at)
                        select key, case_no, subject_key, candidate_group, kind, title, text, link,
                            cast(leaves_at as timestamptz), :at
                          from unnest(:keys, :cases, :subjects, :groups, :kinds, :titles, :texts, :links, :leaves)
                            as m (key, case_no, subject_key, candidate_group, kind, title, text, link, leaves_at)
                        on conflict (key) do nothing""")
                .param("keys", texts(messages, NewMessage::key))
                .param("cases", texts(messages, NewMessage::caseNo))
                .param("subjects", texts(messages, NewMessage::subjectKey))
                .param("groups", texts(messages, NewMessage::group))
                .param("kinds", texts(messages, NewMessage::kind))
                .param("titles", texts(messages, NewMessage::title))
                .param("texts", texts(messages, NewMessage::text))
                .param("links", texts(messages, NewMessage::link))
                .param("leaves", texts(messages, NewMessage::leavesAt))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is to leave by now, the longest waiting first; kept from other nodes until the transaction ends. */
    public List<Due> due(Instant now, int limit) {
        return db.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(MessageStore::due)
                .list();
    }

    public void letGo(List<Long> ids, Instant at) {
        end("left_at", ids, at);
    }

    public void withdraw(List<Long> ids, Instant at) {
        end("withdrawn_at", ids, at);
    }

    private void end(String column, List<Long> ids, Instant at) {
        if (!ids.isEmpty()) {
            db.sql("update message set " + column + " = :at where id = any (:ids)")
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    private static String[] texts(List<NewMessage> messages, Function<NewMessage, Object> column) {
        return messages.stream()
                .map(column)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getString("key"),
                MessageRows.caseNo(row),
                row.getString("subject_key"),
                row.getString("candidate_group"),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"));
    }
}
