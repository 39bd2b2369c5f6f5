package org.duban.petition.publication.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.petition.publication.Ground;
import org.duban.petition.publication.Signature;
import org.duban.petition.publication.Withholding;
import org.duban.petition.publication.WithholdingStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions not to publish. */
@Repository
class JdbcWithholdingStore implements WithholdingStore {

    private final JdbcClient db;

    JdbcWithholdingStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean withheld(CaseNo no) {
        return open(no).filter(Withholding::decided).isPresent();
    }

    @Override
    public Optional<Withholding> open(CaseNo no) {
        return db.sql("select * from petition_withholding where no = :no and ended_at is null")
                .param("no", no.value())
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public List<Withholding> open(long batch) {
        return db.sql("""
                select w.* from petition p join petition_withholding w on w.no = p.no and w.ended_at is null
                 where p.batch_id = :batch order by w.no""").param("batch", batch).query((row, n) -> read(row)).list();
    }

    @Override
    public List<Withholding> all(CaseNo no) {
        return db.sql("select * from petition_withholding where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public void add(Withholding one) {
        db.sql("""
                insert into petition_withholding
                    (no, batch_id, ground, explanation, proposed_by, proposed_name, proposed_for, proposed_at)
                values (:no, :batch, :ground, :explanation, :by, :name, :for, :at)""")
                .param("no", one.no().value())
                .param("batch", one.batch())
                .param("ground", one.ground().name())
                .param("explanation", one.explanation())
                .param("by", one.proposed().by().username())
                .param("name", one.proposed().by().name())
                .param("for", one.proposed().by().onBehalfOf())
                .param("at", PublicationRows.at(one.proposed().at()))
                .update();
    }

    @Override
    public void update(Withholding one) {
        Signature confirmed = one.confirmed();
        Signature ended = one.ended();
        db.sql("""
                update petition_withholding set confirmed_by = :confirmed, confirmed_name = :confirmedName,
                    confirmed_for = :confirmedFor, confirmed_at = :confirmedAt, ended_by = :ended,
                    ended_name = :endedName, ended_for = :endedFor, ended_at = :endedAt, ended_why = :why
                 where id = :id""")
                .param("confirmed", confirmed == null ? null : confirmed.by().username())
                .param(
                        "confirmedName",
                        confirmed == null ? null : confirmed.by().name())
                .param("confirmedFor", confirmed == null ? null : confirmed.by().onBehalfOf())
                .param("confirmedAt", confirmed == null ? null : PublicationRows.at(confirmed.at()))
                .param("ended", ended == null ? null : ended.by().username())
                .param("endedName", ended == null ? null : ended.by().name())
                .param("endedFor", ended == null ? null : ended.by().onBehalfOf())
                .param("endedAt", ended == null ? null : PublicationRows.at(ended.at()))
                .param("why", one.why())
                .param("id", one.id())
                .update();
    }

    @Override
    public int withheld(long batch, Instant at) {
        return db.sql("""
                select count(*) from petition_withholding
                 where batch_id = :batch and confirmed_at < :at and (ended_at is null or ended_at >= :at)""")
                .param("batch", batch)
                .param("at", at.equals(Instant.MAX) ? OffsetDateTime.MAX : PublicationRows.at(at))
                .query(Integer.class)
                .single();
    }

    private static Withholding read(ResultSet row) throws SQLException {
        return new Withholding(
                row.getLong("id"),
                CaseNo.of(row.getString("no")),
                row.getLong("batch_id"),
                Ground.valueOf(row.getString("ground")),
                row.getString("explanation"),
                PublicationRows.signature(row, "proposed"),
                PublicationRows.signature(row, "confirmed"),
                PublicationRows.signature(row, "ended"),
                row.getString("ended_why"));
    }
}
