package org.duban.petition.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches. */
@Repository
class JdbcBatchStore implements BatchStore {

    private final JdbcClient db;
    private final Rows rows;

    JdbcBatchStore(JdbcClient db, Rows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public Batch open(String inspection, int ordinal, LocalDate handedOverOn, Instant at) {
        db.sql("""
                insert into petition_batch (inspection, ordinal, handed_over_on, opened_at)
                values (:inspection, :ordinal, :day, :at)
                on conflict (inspection, ordinal) do update
                   set handed_over_on = excluded.handed_over_on
                 where petition_batch.handed_over_on is null and excluded.handed_over_on is not null""")
                .param("inspection", inspection)
                .param("ordinal", ordinal)
                .param("day", handedOverOn)
                .param("at", Rows.at(at))
                .update();
        return find(inspection, ordinal).orElseThrow();
    }

    @Override
    public Optional<Batch> find(long id) {
        return one("select * from petition_batch where id = :id", id);
    }

    @Override
    public Optional<Batch> lock(long id) {
        return one("select * from petition_batch where id = :id for update", id);
    }

    private Optional<Batch> one(String sql, long id) {
        return db.sql(sql).param("id", id).query((row, n) -> batch(row)).optional();
    }

    @Override
    public Optional<Batch> find(String inspection, int ordinal) {
        return db.sql("select * from petition_batch where inspection = :inspection and ordinal = :ordinal")
                .param("inspection", inspection)
                .param("ordinal", ordinal)
                .query((row, n) -> batch(row))
                .optional();
    }

    @Override
    public void state(long id, Instant from, Instant to, LocalDate handedOverOn, Batch.Stated stated) {
        db.sql("""
                update petition_batch set window_from = coalesce(:from, window_from),
                    window_to = coalesce(:to, window_to), handed_over_on = coalesce(:day, handed_over_on),
                    stated_letters = :letters, stated_calls = :calls, stated_mails = :mails,
                    stated_starred = :starred, stated_district = cast(:districts as jsonb),
                    stated_type = cast(:types as jsonb), version = version + 1
                where id = :id""")
                .param("from", Rows.at(from))
                .param("to", Rows.at(to))
                .param("day", handedOverOn)
                .param("letters", stated.letters())
                .param("calls", stated.calls())
                .param("mails", stated.mails())
                .param("starred", stated.starred())
                .param("districts", rows.write(stated.districts()))
                .param("types", rows.write(stated.types()))
                .param("id", id)
                .update();
    }

    @Override
    public void close(long id, String by, Instant at) {
        db.sql("update petition_batch set closed_at = :at, closed_by = :by, version = version + 1 where id = :id")
                .param("at", Rows.at(at))
                .param("by", by)
                .param("id", id)
                .update();
    }

    @Override
    public List<Batch> page(int size, int offset) {
        return db.sql("select * from petition_batch order by handed_over_on desc nulls last, id desc"
                        + " limit :size offset :offset")
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> batch(row))
                .list();
    }

    @Override
    public long count() {
        return db.sql("select count(*) from petition_batch").query(Long.class).single();
    }

    private Batch batch(ResultSet row) throws SQLException {
        TypeReference<LinkedHashMap<String, BigDecimal>> counts = new TypeReference<>() {};
        return new Batch(
                row.getLong("id"),
                row.getString("inspection"),
                row.getInt("ordinal"),
                Rows.instant(row, "window_from"),
                Rows.instant(row, "window_to"),
                Rows.date(row, "handed_over_on"),
                new Batch.Stated(
                        row.getObject("stated_letters", Integer.class),
                        row.getObject("stated_calls", Integer.class),
                        row.getObject("stated_mails", Integer.class),
                        row.getObject("stated_starred", Integer.class),
                        rows.read(row, "stated_district", counts),
                        rows.read(row, "stated_type", counts)),
                Rows.instant(row, "closed_at"),
                row.getString("closed_by"),
                Rows.instant(row, "opened_at"),
                row.getInt("version"));
    }
}
