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
import org.duban.kernel.Actor;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.duban.petition.BatchTurn;
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
    public Batch open(Batch.Key key, LocalDate handedOverOn, Instant at) {
        db.sql("""
                insert into petition_batch (inspection, receiver, ordinal, handed_over_on, opened_at)
                values (:inspection, :receiver, :ordinal, :day, :at)
                on conflict (inspection, receiver, ordinal) do update
                   set handed_over_on = excluded.handed_over_on
                 where petition_batch.handed_over_on is null and excluded.handed_over_on is not null""")
                .param("inspection", key.inspection())
                .param("receiver", key.receiver())
                .param("ordinal", key.ordinal())
                .param("day", handedOverOn)
                .param("at", Rows.at(at))
                .update();
        return find(key).orElseThrow();
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
    public Optional<Batch> find(Batch.Key key) {
        return db.sql(
                        "select * from petition_batch where inspection = :inspection and receiver = :receiver and ordinal = :ordinal")
                .param("inspection", key.inspection())
                .param("receiver", key.receiver())
                .param("ordinal", key.ordinal())
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
    public void close(long id, Actor by, Instant at) {
        db.sql("update petition_batch set closed_at = :at, closed_by = :by, version = version + 1 where id = :id")
                .param("at", Rows.at(at))
                .param("by", by.username())
                .param("id", id)
                .update();
        turned(id, true, null, by, at);
    }

    @Override
    public void reopen(long id, String reason, Actor by, Instant at) {
        db.sql("update petition_batch set closed_at = null, closed_by = null, version = version + 1 where id = :id")
                .param("id", id)
                .update();
        turned(id, false, reason, by, at);
    }

    private void turned(long id, boolean closed, String reason, Actor by, Instant at) {
        db.sql("""
                insert into petition_batch_turn (batch_id, closed, reason, turned_by, turned_by_name, at)
                values (:id, :closed, :reason, :by, :name, :at)""")
                .param("id", id)
                .param("closed", closed)
                .param("reason", reason)
                .param("by", by.username())
                .param("name", by.name())
                .param("at", Rows.at(at))
                .update();
    }

    @Override
    public List<BatchTurn> turns(long id) {
        return db.sql("select * from petition_batch_turn where batch_id = :batch order by id desc")
                .param("batch", id)
                .query((row, n) -> new BatchTurn(
                        row.getBoolean("closed"),
                        row.getString("reason"),
                        row.getString("turned_by_name"),
                        Rows.instant(row, "at")))
                .list();
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
                new Batch.Key(row.getString("inspection"), row.getString("receiver"), row.getInt("ordinal")),
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
