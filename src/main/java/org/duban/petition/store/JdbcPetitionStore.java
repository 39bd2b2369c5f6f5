package org.duban.petition.store;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.SubjectFacts;
import org.duban.kernel.CaseNo;
import org.duban.petition.Petition;
import org.duban.petition.PetitionEvent;
import org.duban.petition.PetitionStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters, their shares and their history. */
@Repository
class JdbcPetitionStore implements PetitionStore {

    private final JdbcClient db;
    private final PetitionRow reader;
    private final PetitionWriting writing;
    private final EventRows events;
    private final PetitionSerials serials;

    JdbcPetitionStore(
            JdbcClient db, PetitionRow reader, PetitionWriting writing, EventRows events, PetitionSerials serials) {
        this.db = db;
        this.reader = reader;
        this.writing = writing;
        this.events = events;
        this.serials = serials;
    }

    @Override
    public Optional<Petition> lock(CaseNo no) {
        // The shares are read after the lock is ours, or a return decided meanwhile would go unseen.
        return db.sql("select no from petition where no = :no for update")
                .param("no", no.value())
                .query(String.class)
                .optional()
                .flatMap(locked -> find(no));
    }

    @Override
    public Optional<Petition> find(CaseNo no) {
        return reader.read(db.sql(PetitionRow.SELECT + " where p.no = :no").param("no", no.value())).stream()
                .findFirst();
    }

    @Override
    public List<Petition> findAll(Collection<CaseNo> numbers) {
        return reader.read(db.sql(PetitionRow.SELECT + " where p.no = any(:numbers) order by p.no")
                .param("numbers", texts(numbers)));
    }

    @Override
    public List<Petition> ofBatch(long batch) {
        return reader.read(db.sql(PetitionRow.SELECT + " where p.batch_id = :batch order by p.upstream_no, p.no")
                .param("batch", batch));
    }

    @Override
    public Map<CaseNo, SubjectFacts.Facts> facts(Collection<CaseNo> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<CaseNo, SubjectFacts.Facts> facts = new HashMap<>();
        db.sql("""
                select p.no, p.title, p.starred or p.key_mark as key, coalesce(p.inspection, '') as inspection,
                       (select s.unit_code from petition_share s where s.no = p.no
                         order by s.share desc, s.seq limit 1) as lead_unit
                  from petition p where p.no = any(:numbers)""").param("numbers", texts(numbers)).query((ResultSet row) -> {
            facts.put(
                    CaseNo.of(row.getString("no")),
                    new SubjectFacts.Facts(
                            row.getString("title"),
                            row.getBoolean("key") ? "高" : "中",
                            row.getString("inspection"),
                            Rows.unit(row, "lead_unit")));
        });
        return facts;
    }

    private static String[] texts(Collection<CaseNo> numbers) {
        return numbers.stream().map(CaseNo::value).toArray(String[]::new);
    }

    @Override
    public List<CaseNo> insert(List<Petition> petitions) {
        return writing.insert(petitions);
    }

    @Override
    public void update(Petition before, Petition after) {
        writing.update(before, after);
    }

    @Override
    public Map<Key, Known> known(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Key> wanted = new ArrayList<>(keys);
        Map<Key, Known> found = new LinkedHashMap<>();
        db.sql("""
                select p.no, p.number_scope, p.upstream_no, p.content_sha256, p.title
                from unnest(:scopes, :numbers) as k (scope, number)
                join petition p on p.number_scope = k.scope and p.upstream_no = k.number""")
                .param("scopes", wanted.stream().map(Key::scope).toArray(String[]::new))
                .param("numbers", wanted.stream().map(Key::number).toArray(String[]::new))
                .query((ResultSet row) -> {
                    found.put(
                            new Key(row.getString("number_scope"), row.getString("upstream_no")),
                            new Known(
                                    CaseNo.of(row.getString("no")),
                                    row.getString("content_sha256"),
                                    row.getString("title")));
                });
        return found;
    }

    @Override
    public List<PetitionEvent> append(List<PetitionEvent> added) {
        return events.append(added);
    }

    @Override
    public List<PetitionEvent> events(CaseNo no) {
        return events.of(no);
    }

    @Override
    public long reserveSerials(int year, int count) {
        return count == 1 ? serials.next(year) : serials.reserve(year, count);
    }
}
