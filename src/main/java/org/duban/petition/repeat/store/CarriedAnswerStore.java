package org.duban.petition.repeat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.Outcome;
import org.duban.petition.Verdict;
import org.duban.petition.repeat.CarriedAnswer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers carried from letter to letter. */
@Repository
public class CarriedAnswerStore {

    private final JdbcClient db;

    CarriedAnswerStore(JdbcClient db) {
        this.db = db;
    }

    /** Whether it was written: what somebody has worded for this letter in this cluster is not overwritten. */
    public boolean carry(CarriedAnswer answer) {
        return db.sql("""
                        insert into petition_carried_answer (no, from_no, cluster_id, verdict, outcome, findings, handling,
                            goal, accountability, carried_at)
                        values (:no, :from, :cluster, :verdict, :outcome, :findings, :handling, :goal, :accountability, :at)
                        on conflict (no) do update
                           set from_no = excluded.from_no, cluster_id = excluded.cluster_id, verdict = excluded.verdict,
                               outcome = excluded.outcome, findings = excluded.findings, handling = excluded.handling,
                               goal = excluded.goal, accountability = excluded.accountability,
                               carried_at = excluded.carried_at, edited_at = null, edited_by = null,
                               edited_by_name = null
                         where petition_carried_answer.edited_at is null
                            or petition_carried_answer.cluster_id <> excluded.cluster_id""")
                        .param("no", answer.no().value())
                        .param("from", answer.from().value())
                        .param("cluster", answer.cluster())
                        .param(
                                "verdict",
                                answer.verdict() == null
                                        ? null
                                        : answer.verdict().name())
                        .param(
                                "outcome",
                                answer.outcome() == null
                                        ? null
                                        : answer.outcome().name())
                        .param("findings", answer.findings())
                        .param("handling", answer.handling())
                        .param("goal", answer.goal())
                        .param("accountability", answer.accountability())
                        .param("at", PairStore.at(answer.carriedAt()))
                        .update()
                == 1;
    }

    public void edit(CaseNo no, String findings, String handling, Actor by, Instant at) {
        db.sql("""
                update petition_carried_answer set findings = :findings, handling = :handling, edited_at = :at,
                       edited_by = :by, edited_by_name = :name where no = :no""")
                .param("no", no.value())
                .param("findings", findings)
                .param("handling", handling)
                .param("at", PairStore.at(at))
                .param("by", by.username())
                .param("name", by.name())
                .update();
    }

    /** Takes back what nobody has worded for this letter. */
    public void takeBack(CaseNo no) {
        db.sql("delete from petition_carried_answer where no = :no and edited_at is null")
                .param("no", no.value())
                .update();
    }

    public Optional<CarriedAnswer> find(CaseNo no) {
        return db.sql("select * from petition_carried_answer where no = :no")
                .param("no", no.value())
                .query(CarriedAnswerStore::answer)
                .optional();
    }

    public List<CarriedAnswer> of(long cluster) {
        return db.sql("select * from petition_carried_answer where cluster_id = :cluster order by no")
                .param("cluster", cluster)
                .query(CarriedAnswerStore::answer)
                .list();
    }

    private static CarriedAnswer answer(ResultSet row, int n) throws SQLException {
        String verdict = row.getString("verdict");
        String outcome = row.getString("outcome");
        return new CarriedAnswer(
                CaseNo.of(row.getString("no")),
                CaseNo.of(row.getString("from_no")),
                row.getLong("cluster_id"),
                verdict == null ? null : Verdict.valueOf(verdict),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("findings"),
                row.getString("handling"),
                row.getString("goal"),
                row.getString("accountability"),
                PairStore.instant(row, "carried_at"),
                PairStore.instant(row, "edited_at"),
                row.getString("edited_by_name"));
    }
}
