package org.duban.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Results of checks; a nightly one is kept once a day, whichever node made it. */
@Component
public class CheckRows {

    private static final String KEPT =
            "select id, scope, checked_by, started_at, finished_at, intact, entries, findings from journal_check ";

    private final JdbcClient db;

    public CheckRows(JdbcTemplate jdbc) {
        this.db = JdbcClient.create(jdbc);
    }

    /**
     * A check that was made.
     *
     * @param scope case number, or {@code all}
     * @param findings JSON array of the findings in words
     */
    public record Kept(
            long id,
            String scope,
            String by,
            Instant startedAt,
            Instant finishedAt,
            boolean intact,
            long entries,
            String findings) {}

    /** True when nobody has kept a result under that name yet. */
    public boolean isOpen(String slot) {
        return db.sql("select not exists (select 1 from journal_check where slot = :slot)")
                .param("slot", slot)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the result; a second one under the same name is dropped. */
    public void add(String slot, Kept kept) {
        db.sql("""
                        insert into journal_check (slot, scope, checked_by, started_at, finished_at, intact, entries, findings)
                        values (:slot, :scope, :by, :started, :finished, :intact, :entries, cast(:findings as jsonb))
                        on conflict (slot) do nothing""")
                .param("slot", slot)
                .param("scope", kept.scope())
                .param("by", kept.by())
                .param("started", kept.startedAt().atOffset(ZoneOffset.UTC))
                .param("finished", kept.finishedAt().atOffset(ZoneOffset.UTC))
                .param("intact", kept.intact())
                .param("entries", kept.entries())
                .param("findings", kept.findings())
                .update();
    }

    public List<Kept> newest(int most) {
        return db.sql(KEPT + "order by started_at desc, id desc limit :most")
                .param("most", most)
                .query(CheckRows::kept)
                .list();
    }

    public Optional<Kept> byId(long id) {
        return db.sql(KEPT + "where id = :id")
                .param("id", id)
                .query(CheckRows::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6),
                row.getLong(7),
                row.getString(8));
    }
}
