package org.duban.petition.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.petition.Answer;
import org.duban.petition.Check;
import org.duban.petition.Outcome;
import org.duban.petition.Proceedings;
import org.duban.petition.Report;
import org.duban.petition.ReturnReason;
import org.duban.petition.Sanctions;
import org.duban.petition.ShareReturn;
import org.duban.petition.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns, reports and checks of letters. */
@Repository("petitionProceedings")
class JdbcProceedings implements Proceedings {

    private final JdbcClient db;
    private final Rows rows;

    JdbcProceedings(JdbcClient db, Rows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public void addReturn(CaseNo no, ShareReturn returned) {
        db.sql("""
                insert into petition_return
                    (no, unit_code, reason_code, reason, suggested_unit, returned_by, returned_at)
                values (:no, :unit, :code, :reason, :suggested, :by, :at)""")
                .param("no", no.value())
                .param("unit", returned.unit())
                .param("code", returned.reasonCode().name())
                .param("reason", returned.reason())
                .param("suggested", returned.suggestedUnit())
                .param("by", returned.returnedBy())
                .param("at", Rows.at(returned.returnedAt()))
                .update();
    }

    @Override
    public Optional<ShareReturn> openReturn(CaseNo no, UnitCode unit) {
        return db.sql("select * from petition_return where no = :no and unit_code = :unit and decision is null")
                .param("no", no.value())
                .param("unit", unit.value())
                .query((row, n) -> shareReturn(row))
                .optional();
    }

    @Override
    public void decideReturn(
            long id, ShareReturn.Decision decision, String newUnit, String answer, String by, Instant at) {
        db.sql("""
                update petition_return set decision = :decision, new_unit = :unit, answer = :answer,
                    decided_by = :by, decided_at = :at
                where id = :id and decision is null""")
                .param("decision", decision.name())
                .param("unit", newUnit)
                .param("answer", answer)
                .param("by", by)
                .param("at", Rows.at(at))
                .param("id", id)
                .update();
    }

    @Override
    public List<ShareReturn> returns(CaseNo no) {
        return db.sql("select * from petition_return where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> shareReturn(row))
                .list();
    }

    private static ShareReturn shareReturn(ResultSet row) throws SQLException {
        return new ShareReturn(
                row.getLong("id"),
                row.getString("unit_code"),
                Rows.word(row, "reason_code", ReturnReason.class),
                row.getString("reason"),
                row.getString("suggested_unit"),
                row.getString("returned_by"),
                Rows.instant(row, "returned_at"),
                Rows.word(row, "decision", ShareReturn.Decision.class),
                row.getString("new_unit"),
                row.getString("answer"),
                row.getString("decided_by"),
                Rows.instant(row, "decided_at"));
    }

    @Override
    public void addReport(CaseNo no, Report report) {
        Answer answer = report.answer();
        db.sql("""
                insert into petition_report (no, attempt, unit_code, verdict, outcome, findings, handling, goal,
                    accountability, sanctions, planned_on, reported_by, reported_at)
                values (:no, :attempt, :unit, :verdict, :outcome, :findings, :handling, :goal,
                    :accountability, cast(:sanctions as jsonb), :planned, :by, :at)""")
                .param("no", no.value())
                .param("attempt", report.attempt())
                .param("unit", report.unit())
                .param("verdict", answer.verdict().name())
                .param("outcome", answer.outcome().name())
                .param("findings", answer.findings())
                .param("handling", answer.handling())
                .param("goal", answer.goal())
                .param("accountability", answer.accountability())
                .param("sanctions", rows.write(answer.sanctions()))
                .param("planned", answer.plannedOn())
                .param("by", report.reportedBy())
                .param("at", Rows.at(report.reportedAt()))
                .update();
    }

    @Override
    public void decideReport(long id, Report.Decision decision, String reason, String by, Instant at) {
        db.sql("""
                update petition_report set decision = :decision, reason = :reason, signed_by = :by, signed_at = :at
                where id = :id and decision is null""")
                .param("decision", decision.name())
                .param("reason", reason)
                .param("by", by)
                .param("at", Rows.at(at))
                .param("id", id)
                .update();
    }

    @Override
    public List<Report> reports(CaseNo no) {
        return db.sql("select * from petition_report where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> report(row))
                .list();
    }

    @Override
    public List<Report> latestReports(CaseNo no, int attempt) {
        return db.sql("""
                select distinct on (unit_code) * from petition_report
                where no = :no and attempt = :attempt order by unit_code, id desc""")
                .param("no", no.value())
                .param("attempt", attempt)
                .query((row, n) -> report(row))
                .list();
    }

    private Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getInt("attempt"),
                row.getString("unit_code"),
                new Answer(
                        Rows.word(row, "verdict", Verdict.class),
                        Rows.word(row, "outcome", Outcome.class),
                        row.getString("findings"),
                        row.getString("handling"),
                        row.getString("goal"),
                        row.getString("accountability"),
                        rows.read(row, "sanctions", new TypeReference<Sanctions>() {}),
                        Rows.date(row, "planned_on")),
                row.getString("reported_by"),
                Rows.instant(row, "reported_at"),
                Rows.word(row, "decision", Report.Decision.class),
                row.getString("reason"),
                row.getString("signed_by"),
                Rows.instant(row, "signed_at"));
    }

    @Override
    public void addCheck(CaseNo no, Check check) {
        db.sql("""
                insert into petition_check (no, attempt, stage, result, opinion, on_day, checked_by, checked_at)
                values (:no, :attempt, :stage, :result, :opinion, :day, :by, :at)""")
                .param("no", no.value())
                .param("attempt", check.attempt())
                .param("stage", check.stage().name())
                .param("result", check.result())
                .param("opinion", check.opinion())
                .param("day", check.onDay())
                .param("by", check.checkedBy())
                .param("at", Rows.at(check.checkedAt()))
                .update();
    }

    @Override
    public List<Check> checks(CaseNo no) {
        return db.sql("select * from petition_check where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> new Check(
                        row.getLong("id"),
                        row.getInt("attempt"),
                        Rows.word(row, "stage", Check.Stage.class),
                        row.getString("result"),
                        row.getString("opinion"),
                        Rows.date(row, "on_day"),
                        row.getString("checked_by"),
                        Rows.instant(row, "checked_at")))
                .list();
    }
}
