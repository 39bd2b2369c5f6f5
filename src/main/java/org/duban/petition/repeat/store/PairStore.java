package org.duban.petition.repeat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.repeat.Pair;
import org.duban.petition.repeat.PairState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of letters: proposed, and what was decided. */
@Repository
public class PairStore {

    private static final String UNSETTLED = " and exists (select 1 from petition x where x.no in (p.no, p.other_no)"
            + " and x.state not in ('CLOSED', 'DECLINED'))";

    private final JdbcClient db;

    PairStore(JdbcClient db) {
        this.db = db;
    }

    /** Proposes a pair; what is decided stays decided, a surer reason replaces a weaker one. */
    public void propose(Pair pair) {
        db.sql("""
                insert into petition_repeat_pair (no, other_no, score, similarity, reasons, found_at)
                values (:no, :other, :score, :similarity, :reasons, :at)
                on conflict (no, other_no) do update
                   set score = excluded.score, similarity = excluded.similarity, reasons = excluded.reasons
                 where petition_repeat_pair.state = 'PROPOSED' and petition_repeat_pair.score < excluded.score""")
                .param("no", pair.no().value())
                .param("other", pair.other().value())
                .param("score", pair.score())
                .param("similarity", pair.similarity())
                .param("reasons", PrintStore.array(pair.reasons()))
                .param("at", at(pair.foundAt()))
                .update();
    }

    /** Whether it was not decided so already. */
    public boolean decide(Pair pair, PairState state, String reason, Actor by, Instant when) {
        return db.sql("""
                        update petition_repeat_pair set state = :state, reason = :reason, decided_by = :by,
                            decided_by_name = :name, decided_at = :at
                         where no = :no and other_no = :other and state <> :state""")
                        .param("no", pair.no().value())
                        .param("other", pair.other().value())
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("by", by.username())
                        .param("name", by.name())
                        .param("at", at(when))
                        .update()
                == 1;
    }

    /** Pairs within one cluster are joined, whichever of them were proposed. */
    public void joinWithin(long cluster, Actor by, Instant when) {
        db.sql("""
                update petition_repeat_pair p set state = 'JOINED', decided_by = :by, decided_by_name = :name,
                       decided_at = :at
                  from petition_cluster_member one, petition_cluster_member other
                 where one.cluster_id = :cluster and one.left_at is null and one.no = p.no
                   and other.cluster_id = :cluster and other.left_at is null and other.no = p.other_no
                   and p.state = 'PROPOSED'""")
                .param("cluster", cluster)
                .param("by", by.username())
                .param("name", by.name())
                .param("at", at(when))
                .update();
    }

    /** Whoever leaves a cluster is not proposed for it again. */
    public void part(CaseNo no, List<CaseNo> from, String reason, Actor by, Instant when) {
        db.sql("""
                update petition_repeat_pair set state = 'DIFFERENT', reason = :reason, decided_by = :by,
                       decided_by_name = :name, decided_at = :at
                 where no = :no and other_no = any(:from) or other_no = :no and no = any(:from)""")
                .param("no", no.value())
                .param("from", from.stream().map(CaseNo::value).toArray(String[]::new))
                .param("reason", reason)
                .param("by", by.username())
                .param("name", by.name())
                .param("at", at(when))
                .update();
    }

    public Optional<Pair> find(CaseNo no, CaseNo other) {
        return db.sql("select * from petition_repeat_pair where no = :no and other_no = :other")
                .param("no", no.value())
                .param("other", other.value())
                .query(PairStore::pair)
                .optional();
    }

    /**
     * The likeliest of those to be decided, after the one named.
     *
     * @param settledToo also pairs of two letters that are settled both, about which a decision changes nothing any more
     */
    public List<Pair> queue(Pair after, boolean settledToo, int size) {
        return db.sql("select * from petition_repeat_pair p where state = 'PROPOSED'"
                        + " and (score, no, other_no) < (:score, :no, :other)" + (settledToo ? "" : UNSETTLED)
                        + " order by score desc, no desc, other_no desc limit :size")
                .param("score", after == null ? 1_000 : after.score())
                .param("no", after == null ? "" : after.no().value())
                .param("other", after == null ? "" : after.other().value())
                .param("size", size)
                .query(PairStore::pair)
                .list();
    }

    /** Up to {@code most}. */
    public int waiting(boolean settledToo, int most) {
        return db.sql("select count(*) from (select 1 from petition_repeat_pair p where state = 'PROPOSED'"
                        + (settledToo ? "" : UNSETTLED) + " limit :most) w")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The score of the likeliest pair still to be decided, of each of these letters that is in one. */
    public Map<CaseNo, Integer> waitingOf(Collection<CaseNo> letters) {
        Map<CaseNo, Integer> scores = new HashMap<>();
        db.sql("""
                select no, max(score) as score from (
                       select no, score from petition_repeat_pair where no = any(:letters) and state = 'PROPOSED'
                     union all
                       select other_no, score from petition_repeat_pair where other_no = any(:letters)
                          and state = 'PROPOSED') p
                 group by no""")
                .param("letters", letters.stream().map(CaseNo::value).toArray(String[]::new))
                .query(row -> {
                    scores.put(CaseNo.of(row.getString("no")), row.getInt("score"));
                });
        return scores;
    }

    /** All pairs of a letter, the likeliest first. */
    public List<Pair> of(CaseNo no) {
        return db.sql("""
                select * from (select * from petition_repeat_pair where no = :no
                     union all select * from petition_repeat_pair where other_no = :no) p
                 order by score desc, no, other_no""").param("no", no.value()).query(PairStore::pair).list();
    }

    private static Pair pair(ResultSet row, int n) throws SQLException {
        return new Pair(
                CaseNo.of(row.getString("no")),
                CaseNo.of(row.getString("other_no")),
                row.getInt("score"),
                row.getInt("similarity"),
                PrintStore.texts(row.getArray("reasons")),
                instant(row, "found_at"),
                PairState.valueOf(row.getString("state")),
                row.getString("decided_by_name"),
                instant(row, "decided_at"),
                row.getString("reason"));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
