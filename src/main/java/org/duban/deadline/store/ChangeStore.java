package org.duban.deadline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.DeadlineChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every move of every deadline; only adds. */
@Repository
public class ChangeStore {

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The change as added; empty when the same request has moved the deadline already. */
    public Optional<DeadlineChange> addUnlessKnown(DeadlineChange change) {
        return jdbc.sql("""
                        insert into deadline_change (deadline_id, kind, from_on, to_on, clock_on, stood_from,
                            calendar_version, reason, request_id, after_expiry, by_username, by_name, changed_at)
                        values (:deadline, :kind, :from, :to, :clockOn, :stoodFrom, :version, :reason, :request,
                            :afterExpiry, :username, :name, :at)
                        on conflict do nothing returning *""")
                .param("deadline", change.deadlineId())
                .param("kind", change.kind().name())
                .param("from", change.fromOn())
                .param("to", change.toOn())
                .param("clockOn", change.clockOn())
                .param("stoodFrom", change.stoodFrom())
                .param("version", change.calendarVersion())
                .param("reason", change.reason())
                .param("request", change.requestId())
                .param("afterExpiry", change.afterExpiry())
                .param("username", change.byUsername())
                .param("name", change.byName())
                .param("at", Moments.utc(change.changedAt()))
                .query(ChangeStore::change)
                .optional();
    }

    /** The changes of these deadlines, deadline by deadline in the order they were made. */
    public List<DeadlineChange> of(Collection<Long> deadlines) {
        return jdbc.sql("select * from deadline_change where deadline_id = any(:ids) order by deadline_id, id")
                .param("ids", deadlines.toArray(Long[]::new))
                .query(ChangeStore::change)
                .list();
    }

    private static DeadlineChange change(ResultSet row, int number) throws SQLException {
        return new DeadlineChange(
                row.getLong("id"),
                row.getLong("deadline_id"),
                DeadlineChange.Kind.valueOf(row.getString("kind")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getObject("clock_on", LocalDate.class),
                row.getObject("stood_from", LocalDate.class),
                row.getObject("calendar_version", Long.class),
                row.getString("reason"),
                row.getObject("request_id", Long.class),
                row.getBoolean("after_expiry"),
                row.getString("by_username"),
                row.getString("by_name"),
                Moments.read(row, "changed_at"));
    }
}
