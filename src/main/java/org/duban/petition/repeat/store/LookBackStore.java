package org.duban.petition.repeat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.repeat.LookBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Look-backs proposed because a closed site was complained of again, and what was decided. */
@Repository
public class LookBackStore {

    private final JdbcClient db;

    LookBackStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<LookBack> find(CaseNo problem, CaseNo letter) {
        return db.sql("select * from petition_look_back where problem_no = :problem and no = :no")
                .param("problem", problem.value())
                .param("no", letter.value())
                .query(LookBackStore::lookBack)
                .optional();
    }

    public List<LookBack> waiting(int size, int offset) {
        return db.sql("""
                        select * from petition_look_back where decision is null
                         order by proposed_at, problem_no, no limit :size offset :offset""")
                .param("size", size)
                .param("offset", offset)
                .query(LookBackStore::lookBack)
                .list();
    }

    public List<LookBack> waitingOf(CaseNo problem) {
        return db.sql("select * from petition_look_back where problem_no = :problem and decision is null order by no")
                .param("problem", problem.value())
                .query(LookBackStore::lookBack)
                .list();
    }

    public List<LookBack> decided(int size) {
        return db.sql("""
                        select * from petition_look_back where decision is not null
                         order by decided_at desc, problem_no, no limit :size""").param("size", size).query(LookBackStore::lookBack).list();
    }

    public int count() {
        return db.sql("select count(*) from petition_look_back where decision is null")
                .query(Integer.class)
                .single();
    }

    /** Whether it was this decision that counted: the first one does. */
    public boolean decide(
            CaseNo problem, CaseNo letter, LookBack.Decision decision, String reason, Actor by, Instant at) {
        return db.sql("""
                        update petition_look_back set decision = :decision, reason = :reason, decided_by = :by,
                               decided_by_name = :name, decided_at = :at
                         where problem_no = :problem and no = :no and decision is null""")
                        .param("problem", problem.value())
                        .param("no", letter.value())
                        .param("decision", decision.name())
                        .param("reason", reason)
                        .param("by", by.username())
                        .param("name", by.name())
                        .param("at", PairStore.at(at))
                        .update()
                == 1;
    }

    private static LookBack lookBack(ResultSet row, int n) throws SQLException {
        String decision = row.getString("decision");
        return new LookBack(
                CaseNo.of(row.getString("problem_no")),
                CaseNo.of(row.getString("no")),
                row.getLong("cluster_id"),
                PairStore.instant(row, "proposed_at"),
                decision == null ? null : LookBack.Decision.valueOf(decision),
                row.getString("reason"),
                row.getString("decided_by_name"),
                PairStore.instant(row, "decided_at"));
    }
}
