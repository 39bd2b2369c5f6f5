package org.duban.petition.publication.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.petition.publication.Draft;
import org.duban.petition.publication.PublicBatch;
import org.duban.petition.publication.PublicationStore;
import org.duban.petition.publication.Signature;
import org.duban.petition.publication.Version;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts, published versions and the addresses of batches. */
@Repository
class JdbcPublicationStore implements PublicationStore {

    private final JdbcClient db;
    private final PublicationRows rows;
    private final PublicationCounts counts;

    JdbcPublicationStore(JdbcClient db, PublicationRows rows, PublicationCounts counts) {
        this.db = db;
        this.rows = rows;
        this.counts = counts;
    }

    @Override
    public Optional<Draft> draft(CaseNo no) {
        return db.sql("select * from petition_publication where no = :no")
                .param("no", no.value())
                .query((row, n) -> rows.draft(row))
                .optional();
    }

    @Override
    public List<Draft> drafts(long batch) {
        return db.sql("select * from petition_publication where batch_id = :batch order by no")
                .param("batch", batch)
                .query((row, n) -> rows.draft(row))
                .list();
    }

    @Override
    public void save(Draft draft) {
        Signature confirmed = draft.confirmed();
        int changed = db.sql("""
                insert into petition_publication (no, batch_id, step, live, change, reason, note, text, source, kept,
                    basis, outcome, confirmed_by, confirmed_name, confirmed_for, confirmed_at, versions)
                values (:no, :batch, :step, :live, :change, :reason, :note, cast(:text as jsonb),
                    cast(:source as jsonb), :kept, :basis, :outcome, :by, :name, :for, :at, :versions)
                on conflict (no) do update set step = excluded.step, live = excluded.live,
                    change = excluded.change, reason = excluded.reason, note = excluded.note, text = excluded.text,
                    source = excluded.source, kept = excluded.kept, basis = excluded.basis,
                    outcome = excluded.outcome, confirmed_by = excluded.confirmed_by,
                    confirmed_name = excluded.confirmed_name, confirmed_for = excluded.confirmed_for,
                    confirmed_at = excluded.confirmed_at, versions = excluded.versions,
                    version = petition_publication.version + 1
                where petition_publication.version = :version""")
                .param("no", draft.no().value())
                .param("batch", draft.batch())
                .param("step", draft.step().name())
                .param("live", draft.live().name())
                .param("change", draft.change().name())
                .param("reason", draft.reason())
                .param("note", draft.note())
                .param("text", rows.write(draft.text()))
                .param("source", rows.write(draft.source()))
                .param("kept", draft.kept().toArray(String[]::new))
                .param("basis", PublicationRows.at(draft.basis()))
                .param("outcome", draft.outcome().name())
                .param("by", confirmed == null ? null : confirmed.by().username())
                .param("name", confirmed == null ? null : confirmed.by().name())
                .param("for", confirmed == null ? null : confirmed.by().onBehalfOf())
                .param("at", confirmed == null ? null : PublicationRows.at(confirmed.at()))
                .param("versions", draft.versions())
                .param("version", draft.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Publication of " + draft.no() + " was changed meanwhile");
        }
    }

    @Override
    public Optional<Version> last(CaseNo no) {
        return db.sql("select * from petition_published where no = :no order by version desc limit 1")
                .param("no", no.value())
                .query((row, n) -> PublicationRows.version(row))
                .optional();
    }

    @Override
    public List<Version> versions(CaseNo no) {
        return db.sql("select * from petition_published where no = :no order by version")
                .param("no", no.value())
                .query((row, n) -> PublicationRows.version(row))
                .list();
    }

    @Override
    public List<Version> versions(long batch, Instant before) {
        return db.sql("""
                select * from petition_published
                 where batch_id = :batch and released_at < :before order by serial, version""")
                .param("batch", batch)
                .param("before", before.equals(Instant.MAX) ? OffsetDateTime.MAX : PublicationRows.at(before))
                .query((row, n) -> PublicationRows.version(row))
                .list();
    }

    @Override
    public void add(Version version) {
        Signature confirmed = version.confirmed();
        Signature released = version.released();
        db.sql("""
                insert into petition_published (no, version, batch_id, serial, change, reason, section_on, content,
                    sha256, confirmed_by, confirmed_name, confirmed_for, confirmed_at,
                    released_by, released_name, released_for, released_at)
                values (:no, :version, :batch, :serial, :change, :reason, :section, :content, :sha256,
                    :confirmed, :confirmedName, :confirmedFor, :confirmedAt,
                    :released, :releasedName, :releasedFor, :releasedAt)""")
                .param("no", version.no().value())
                .param("version", version.version())
                .param("batch", version.batch())
                .param("serial", version.serial())
                .param("change", version.change().name())
                .param("reason", version.reason())
                .param("section", version.sectionOn())
                .param("content", version.content())
                .param("sha256", version.sha256())
                .param("confirmed", confirmed == null ? null : confirmed.by().username())
                .param(
                        "confirmedName",
                        confirmed == null ? null : confirmed.by().name())
                .param("confirmedFor", confirmed == null ? null : confirmed.by().onBehalfOf())
                .param("confirmedAt", confirmed == null ? null : PublicationRows.at(confirmed.at()))
                .param("released", released.by().username())
                .param("releasedName", released.by().name())
                .param("releasedFor", released.by().onBehalfOf())
                .param("releasedAt", PublicationRows.at(released.at()))
                .update();
    }

    @Override
    public PublicBatch lockBatch(long batch) {
        db.sql("insert into petition_public_batch (batch_id, layout) values (:batch, 'Y2023') on conflict do nothing")
                .param("batch", batch)
                .update();
        return db.sql("select * from petition_public_batch where batch_id = :batch for update")
                .param("batch", batch)
                .query((row, n) -> PublicationRows.batch(row))
                .single();
    }

    @Override
    public Optional<PublicBatch> batch(long batch) {
        return db.sql("select * from petition_public_batch where batch_id = :batch")
                .param("batch", batch)
                .query((row, n) -> PublicationRows.batch(row))
                .optional();
    }

    @Override
    public Optional<PublicBatch> byToken(String token) {
        return db.sql("select * from petition_public_batch where token = :token")
                .param("token", token)
                .query((row, n) -> PublicationRows.batch(row))
                .optional();
    }

    @Override
    public void saveBatch(PublicBatch batch) {
        db.sql("""
                update petition_public_batch set layout = :layout, token = :token, first_on = :first, last_at = :last
                 where batch_id = :batch""")
                .param("layout", batch.layout().name())
                .param("token", batch.token())
                .param("first", batch.firstOn())
                .param("last", PublicationRows.at(batch.lastAt()))
                .param("batch", batch.batch())
                .update();
    }

    @Override
    public int nextSerial(long batch) {
        return db.sql("select coalesce(max(serial), 0) + 1 from petition_published where batch_id = :batch")
                .param("batch", batch)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Listed> listed(int size, int offset) {
        return db.sql("""
                select b.*, (select count(*) from petition_published v
                              where v.batch_id = b.batch_id and v.version = 1) as letters
                  from petition_public_batch b where b.token is not null
                 order by b.first_on desc, b.batch_id desc limit :size offset :offset""")
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> new Listed(PublicationRows.batch(row), row.getInt("letters")))
                .list();
    }

    @Override
    public long listedCount() {
        return db.sql("select count(*) from petition_public_batch where token is not null")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Counts> counts(int size, int offset) {
        return counts.page(size, offset);
    }

    @Override
    public Counts counts(long batch) {
        return counts.of(batch);
    }
}
