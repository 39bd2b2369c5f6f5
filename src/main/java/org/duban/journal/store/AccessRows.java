package org.duban.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duban.journal.Access;
import org.duban.journal.Access.Kind;
import org.duban.journal.AccessFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The list of exports and readings, beside the record that proves it. */
@Component
public class AccessRows {

    private static final String INSERT = """
            insert into journal_access (kind, what, case_no, detail, by_username, by_name, channel, at, finished_at, slot,
                sha256)
            values (:kind, :what, :caseNo, :detail, :by, :byName, :channel, :at, :finishedAt, :slot, :sha256)
            on conflict do nothing
            returning id""";

    private final JdbcClient db;

    AccessRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Lets one person after the other add to the list and its chain, until the transaction ends: a page of photographs
     * is many files at once, and each waits here instead of signing its entry again and again.
     */
    public void inTurn() {
        db.sql("select 1 from (select pg_advisory_xact_lock(hashtext('journal'), hashtext('access'))) as held")
                .query(Integer.class)
                .single();
    }

    public long add(Access line) {
        return insert(line, null, null, null).query(Long.class).single();
    }

    /** Adds a line that needs no second word. */
    public void addFinished(Access line) {
        insert(line, line.at(), null, null).query(Long.class).single();
    }

    /** Adds a reading unless the same page was read by the same person in the same span of time. */
    public boolean addReading(Access line, long slot) {
        return insert(line, line.at(), slot, null).query(Long.class).optional().isPresent();
    }

    /** Adds a file by its hash unless the same person got the same file in the same span of time. */
    public boolean addFile(Access line, String sha256, long slot) {
        return insert(line, line.at(), slot, sha256)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private StatementSpec insert(Access line, Instant finishedAt, Long slot, String sha256) {
        return db.sql(INSERT)
                .param("kind", line.kind().name())
                .param("what", line.what())
                .param("caseNo", line.caseNo())
                .param("detail", line.detail())
                .param("by", line.byUsername())
                .param("byName", line.byName())
                .param("channel", line.channel())
                .param("at", zoned(line.at()))
                .param("finishedAt", zoned(finishedAt))
                .param("slot", slot)
                .param("sha256", sha256);
    }

    /** @param rows null when it was cut off */
    public void finish(long id, Long rows, long bytes, String sha256, Instant at) {
        db.sql("""
                        update journal_access set rows = :rows, bytes = :bytes, sha256 = :sha256, finished_at = :at
                         where id = :id""")
                .param("rows", rows)
                .param("bytes", bytes)
                .param("sha256", sha256)
                .param("at", zoned(at))
                .param("id", id)
                .update();
    }

    /** A page, the newest first. */
    public List<Access> page(AccessFilter filter, Long before, int size) {
        StringBuilder sql = new StringBuilder("select * from journal_access where true");
        sql.append(filter.kind() == null ? "" : " and kind = :kind");
        sql.append(filter.person() == null ? "" : " and by_username = :person");
        sql.append(filter.caseNo() == null ? "" : " and case_no = :caseNo");
        sql.append(filter.from() == null ? "" : " and at >= :from");
        sql.append(filter.until() == null ? "" : " and at < :until");
        sql.append(before == null ? "" : " and id < :before");
        return db.sql(sql.append(" order by id desc limit :size").toString())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("person", filter.person())
                .param("caseNo", filter.caseNo())
                .param("from", zoned(filter.from()))
                .param("until", zoned(filter.until()))
                .param("before", before)
                .param("size", size)
                .query(AccessRows::line)
                .list();
    }

    private static Access line(ResultSet row, int number) throws SQLException {
        return new Access(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("case_no"),
                row.getString("detail"),
                row.getObject("rows", Long.class),
                row.getObject("bytes", Long.class),
                row.getString("sha256"),
                row.getString("by_username"),
                row.getString("by_name"),
                row.getString("channel"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime zoned(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
