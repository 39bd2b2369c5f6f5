package org.duban.petition.repeat.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.petition.repeat.Mention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of earlier letters, waiting for them or resolved. */
@Repository
public class MentionStore {

    private final JdbcClient db;

    MentionStore(JdbcClient db) {
        this.db = db;
    }

    /** A mention that waits for the letter it means; {@code inspection} is whose batch is meant. */
    public record Waiting(CaseNo no, String inspection, Mention mention) {}

    /** One of a letter, with the letter it turned out to mean. */
    public record Said(String phrase, String target, CaseNo other) {}

    public void add(CaseNo no, String inspection, Mention mention, Instant at) {
        db.sql("""
                insert into petition_mention (no, target, phrase, inspection, batch, upstream_no, partly, found_at)
                values (:no, :target, :phrase, :inspection, :batch, :number, :partly, :at) on conflict do nothing""")
                .param("no", no.value())
                .param("target", mention.key())
                .param("phrase", mention.phrase())
                .param("inspection", inspection)
                .param("batch", mention.batch())
                .param("number", mention.number())
                .param("partly", mention.partly())
                .param("at", PairStore.at(at))
                .update();
    }

    public void resolve(CaseNo no, Mention mention, CaseNo other, Instant at) {
        db.sql("""
                update petition_mention set other_no = :other, resolved_at = :at
                 where no = :no and target = :target and other_no is null""")
                .param("no", no.value())
                .param("target", mention.key())
                .param("other", other.value())
                .param("at", PairStore.at(at))
                .update();
    }

    /** Those that may mean a letter of that number or batch. */
    public List<Waiting> waitingFor(List<String> numbers, String inspection, Integer batch) {
        return db.sql("""
                select * from petition_mention where other_no is null and upstream_no = any(:numbers)
                union all
                select * from petition_mention
                 where other_no is null and batch is not null and inspection = :inspection and batch = :batch""")
                .param("numbers", numbers.toArray(String[]::new))
                .param("inspection", inspection)
                .param("batch", batch)
                .query((row, n) -> new Waiting(
                        CaseNo.of(row.getString("no")),
                        row.getString("inspection"),
                        new Mention(
                                row.getString("phrase"),
                                row.getObject("batch", Integer.class),
                                row.getString("upstream_no"),
                                row.getBoolean("partly"))))
                .list();
    }

    public List<Said> of(CaseNo no) {
        return db.sql("select * from petition_mention where no = :no order by found_at, target")
                .param("no", no.value())
                .query((row, n) -> new Said(
                        row.getString("phrase"),
                        row.getString("target"),
                        row.getString("other_no") == null ? null : CaseNo.of(row.getString("other_no"))))
                .list();
    }

    /** The letter with that number: our own, an inspection's or a platform's. */
    public Optional<CaseNo> letter(String number, List<String> scopes) {
        return db
                .sql("""
                        select no from petition where no = :number
                        union all
                        select no from petition where number_scope = any(:scopes) and upstream_no = :number
                        limit 1""")
                .param("number", number)
                .param("scopes", scopes.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(CaseNo::of);
    }

    /** The batch the letter came in. */
    public Optional<Integer> batchOf(CaseNo no) {
        return db.sql("select b.ordinal from petition p join petition_batch b on b.id = p.batch_id where p.no = :no")
                .param("no", no.value())
                .query(Integer.class)
                .optional();
    }
}
