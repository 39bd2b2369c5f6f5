package org.duban.notice.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.notice.Message;
import org.duban.notice.MessageCursor;
import org.duban.notice.MessageFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the messages of a person's groups, group by group, each along its index, so that a page costs the same after years.
 * Unread for a person is what nobody of the group has read, and what the person has not read of the group's newest 300:
 * whoever joins a group is not greeted by all it ever got, and counting has an end.
 */
@Repository
public class InboxStore {

    private static final int NEWEST = 300;

    private static final String NEWEST_FIRST = " order by left_at desc, id desc limit ";

    private final JdbcClient db;

    InboxStore(JdbcClient db) {
        this.db = db;
    }

    /** Up to {@code limit} messages after the cursor, or from the newest without one. */
    public List<Message> page(
            String me, Collection<String> groups, MessageFilter filter, MessageCursor after, int limit) {
        Map<String, Object> parameters = parameters(me, groups, limit);
        return db.sql(pageSql(filter, after, parameters))
                .params(parameters)
                .query(MessageRows::message)
                .list();
    }

    static String pageSql(MessageFilter filter, MessageCursor after, Map<String, Object> parameters) {
        String narrowed = MessageRows.place("<", after, parameters);
        if (filter.kind() != null) {
            narrowed += " and kind = :kind";
            parameters.put("kind", filter.kind().name());
        }
        if (filter.caseNo() != null) {
            parameters.put("case", filter.caseNo().value());
            return "with found as (select id from message where case_no = :case and left_at is not null"
                    + " and candidate_group = any (:groups)" + narrowed + (filter.unread() ? notMine("message") : "")
                    + NEWEST_FIRST + ":limit)\n" + MessageRows.SELECT;
        }
        String ofGroup = filter.unread()
                ? unread(narrowed)
                : "select id, left_at from message where candidate_group = g.name and left_at is not null" + narrowed
                        + NEWEST_FIRST + ":limit";
        return "with found as (select o.id from unnest(:groups) as g (name) cross join lateral (" + ofGroup
                + ") o order by o.left_at desc, o.id desc limit :limit)\n" + MessageRows.SELECT;
    }

    /** How many are unread; stops counting at {@code limit}. */
    public int unread(String me, Collection<String> groups, int limit) {
        return db.sql(unreadSql())
                .params(parameters(me, groups, limit))
                .query(Integer.class)
                .single();
    }

    static String unreadSql() {
        return "select count(*) from (select 1 from unnest(:groups) as g (name) cross join lateral (" + unread("")
                + ") o limit :limit) found";
    }

    /** The group's messages the person has not read, the newest first, none newer than {@code newest}. */
    public List<Long> unreadIds(String me, String group, MessageCursor newest, int limit) {
        Map<String, Object> parameters = parameters(me, List.of(group), limit);
        String upTo = MessageRows.place("<=", newest, parameters);
        return db.sql("select o.id from unnest(:groups) as g (name) cross join lateral (" + unread(upTo) + ") o"
                        + " order by o.left_at desc, o.id desc limit :limit")
                .params(parameters)
                .query(Long.class)
                .list();
    }

    /** The message, if it has left and went to one of the groups. */
    public Optional<Message> one(long id, String me, Collection<String> groups) {
        return db.sql("with found as (select id from message where id = :id and left_at is not null"
                        + " and candidate_group = any (:groups))\n" + MessageRows.SELECT)
                .params(parameters(me, groups, 1))
                .param("id", id)
                .query(MessageRows::message)
                .optional();
    }

    private static String unread(String narrowed) {
        return "(select id, left_at from message where candidate_group = g.name and left_at is not null"
                + " and read_at is null" + narrowed + NEWEST_FIRST + ":limit) union all"
                + " (select id, left_at from (select id, left_at, read_at, kind from message"
                + " where candidate_group = g.name and left_at is not null" + NEWEST_FIRST + NEWEST + ") newest"
                + " where read_at is not null" + narrowed + notMine("newest") + NEWEST_FIRST + ":limit)";
    }

    private static String notMine(String messages) {
        return " and not exists (select 1 from message_read r where r.message_id = " + messages
                + ".id and r.username = :me)";
    }

    private static Map<String, Object> parameters(String me, Collection<String> groups, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", me);
        parameters.put("groups", groups.toArray(String[]::new));
        parameters.put("limit", limit);
        return parameters;
    }
}
