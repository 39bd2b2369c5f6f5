package org.duban.notice.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.notice.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has read which message; adds only. */
@Repository
public class ReadingStore {

    private final JdbcClient db;

    ReadingStore(JdbcClient db) {
        this.db = db;
    }

    /** Notes that the person has read them; once is enough. */
    public void add(List<Long> ids, Actor by, Instant at) {
        db.sql("""
                        insert into message_read (message_id, username, on_behalf_of, read_at)
                        select id, :username, :onBehalfOf, :at from unnest(:ids) as m (id)
                        on conflict (username, message_id) do nothing""")
                .param("ids", ids.toArray(Long[]::new))
                .param("username", by.username())
                .param("onBehalfOf", by.onBehalfOf())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Makes the person the first reader of those that have none, and returns these. */
    public List<Message> signFirst(List<Long> ids, Actor by, Instant at) {
        // Locked in the order of their ids, so that two who sign for the same ones do not wait for each other.
        return db.sql("""
                        with unsigned as (select id from message
                            where id = any (:ids) and left_at is not null and read_at is null order by id for update)
                        update message m set read_at = :at, read_by = :username from unsigned
                         where m.id = unsigned.id and m.read_at is null
                        returning m.*, cast(:onBehalfOf as text) as on_behalf_of, m.read_at as mine_at""")
                .param("ids", ids.toArray(Long[]::new))
                .param("username", by.username())
                .param("onBehalfOf", by.onBehalfOf())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(MessageRows::message)
                .list();
    }
}
