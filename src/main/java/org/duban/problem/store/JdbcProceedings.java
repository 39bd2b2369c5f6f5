package org.duban.problem.store;

import static org.duban.problem.store.Rows.at;
import static org.duban.problem.store.Rows.name;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.problem.Check;
import org.duban.problem.DispatchReturn;
import org.duban.problem.Plan;
import org.duban.problem.Proceedings;
import org.duban.problem.PublicNotice;
import org.duban.problem.Report;
import org.duban.problem.ReturnReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns, reports and checks; plans and notices have a class of their own. */
@Repository
class JdbcProceedings implements Proceedings {

    private final JdbcClient db;
    private final Rows rows;
    private final PlanRows plans;
    private final NoticeRows notices;

    JdbcProceedings(JdbcClient db, Rows rows, PlanRows plans, NoticeRows notices) {
        this.db = db;
        this.rows = rows;
        this.plans = plans;
        this.notices = notices;
    }

    @Override
    public void addPlan(CaseNo no, Plan plan) {
        plans.add(no, plan);
    }

    @Override
    public void decidePlan(
            CaseNo no, int rectification, int revision, Plan.Decision decision, String reason, String by, Instant at) {
        plans.decide(no, rectification, revision, decision, reason, by, at);
    }

    @Override
    public List<Plan> plans(CaseNo no) {
        return plans.of(no);
    }

    @Override
    public void addReturn(CaseNo no, DispatchReturn returned) {
        db.sql("""
                insert into problem_return (no, unit_code, reason_code, reason, suggested_unit, returned_by, returned_at)
                values (:no, :unit, :code, :reason, :suggested, :by, :at)""")
                .param("no", no.value())
                .param("unit", returned.unit())
                .param("code", name(returned.reasonCode()))
                .param("reason", returned.reason())
                .param("suggested", returned.suggestedUnit())
                .param("by", returned.returnedBy())
                .param("at", at(returned.returnedAt()))
                .update();
    }

    @Override
    public void decideReturn(
            CaseNo no, DispatchReturn.Decision decision, String newUnit, String answer, String by, Instant at) {
        db.sql("""
                update problem_return set decision = :decision, new_unit = :newUnit, answer = :answer,
                    decided_by = :by, decided_at = :at
                where no = :no and decision is null""")
                .param("decision", name(decision))
                .param("newUnit", newUnit)
                .param("answer", answer)
                .param("by", by)
                .param("at", at(at))
                .param("no", no.value())
                .update();
    }

    @Override
    public List<DispatchReturn> returns(CaseNo no) {
        return db.sql("select * from problem_return where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> new DispatchReturn(
                        row.getLong("id"),
                        row.getString("unit_code"),
                        Rows.word(row, "reason_code", ReturnReason.class),
                        row.getString("reason"),
                        row.getString("suggested_unit"),
                        row.getString("returned_by"),
                        Rows.instant(row, "returned_at"),
                        Rows.word(row, "decision", DispatchReturn.Decision.class),
                        row.getString("new_unit"),
                        row.getString("answer"),
                        row.getString("decided_by"),
                        Rows.instant(row, "decided_at")))
                .list();
    }

    @Override
    public void addReport(CaseNo no, Report report) {
        db.sql("""
                insert into problem_report (no, rectification, attempt, unit_code, kind, text, completed_on, criteria,
                    reported_by, reported_at)
                values (:no, :rectification, :attempt, :unit, :kind, :text, :completed, cast(:criteria as jsonb),
                    :by, :at)""")
                .param("no", no.value())
                .param("rectification", report.rectification())
                .param("attempt", report.attempt())
                .param("unit", report.unit())
                .param("kind", name(report.kind()))
                .param("text", report.text())
                .param("completed", report.completedOn())
                .param("criteria", rows.write(report.criteria()))
                .param("by", report.reportedBy())
                .param("at", at(report.reportedAt()))
                .update();
    }

    @Override
    public void decideReport(long report, Report.Decision decision, String reason, String by, Instant at) {
        db.sql("""
                update problem_report set decision = :decision, reason = :reason, signed_by = :by, signed_at = :at
                where id = :id and decision is null""")
                .param("decision", name(decision))
                .param("reason", reason)
                .param("by", by)
                .param("at", at(at))
                .param("id", report)
                .update();
    }

    @Override
    public List<Report> latestReports(CaseNo no, int rectification, int attempt) {
        return db.sql("""
                select distinct on (unit_code) * from problem_report
                where no = :no and rectification = :rectification and attempt = :attempt and kind = 'DONE'
                order by unit_code, id desc""")
                .param("no", no.value())
                .param("rectification", rectification)
                .param("attempt", attempt)
                .query((row, n) -> report(row))
                .list();
    }

    @Override
    public List<Report> reports(CaseNo no) {
        return db.sql("select * from problem_report where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> report(row))
                .list();
    }

    private Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getInt("rectification"),
                row.getInt("attempt"),
                row.getString("unit_code"),
                Rows.word(row, "kind", Report.Kind.class),
                row.getString("text"),
                Rows.date(row, "completed_on"),
                rows.read(row, "criteria", new TypeReference<>() {}),
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
                insert into problem_check (no, rectification, attempt, stage, passed, opinion, visited_on, visitors,
                    criteria, checked_by, checked_at)
                values (:no, :rectification, :attempt, :stage, :passed, :opinion, :visited, :visitors,
                    cast(:criteria as jsonb), :by, :at)""")
                .param("no", no.value())
                .param("rectification", check.rectification())
                .param("attempt", check.attempt())
                .param("stage", name(check.stage()))
                .param("passed", check.passed())
                .param("opinion", check.opinion())
                .param("visited", check.visitedOn())
                .param("visitors", check.visitors())
                .param("criteria", rows.write(check.criteria() == null ? Map.of() : check.criteria()))
                .param("by", check.checkedBy())
                .param("at", at(check.checkedAt()))
                .update();
    }

    @Override
    public List<Check> checks(CaseNo no) {
        return db.sql("select * from problem_check where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> new Check(
                        row.getLong("id"),
                        row.getInt("rectification"),
                        row.getInt("attempt"),
                        Rows.word(row, "stage", Check.Stage.class),
                        row.getBoolean("passed"),
                        row.getString("opinion"),
                        Rows.date(row, "visited_on"),
                        row.getString("visitors"),
                        rows.read(row, "criteria", new TypeReference<>() {}),
                        row.getString("checked_by"),
                        Rows.instant(row, "checked_at")))
                .list();
    }

    @Override
    public void openNotice(CaseNo no, PublicNotice notice) {
        notices.open(no, notice);
    }

    @Override
    public Optional<PublicNotice> openNotice(CaseNo no) {
        return notices.of(no).stream().filter(PublicNotice::open).findFirst();
    }

    @Override
    public void closeNotice(long notice, Instant at) {
        notices.close(notice, at);
    }

    @Override
    public void moveNotice(CaseNo no, LocalDate endsOn) {
        notices.move(no, endsOn);
    }

    @Override
    public List<PublicNotice> notices(CaseNo no) {
        return notices.of(no);
    }

    @Override
    public long addObjection(CaseNo no, long notice, PublicNotice.Objection objection) {
        return notices.addObjection(no, notice, objection);
    }

    @Override
    public void answerObjection(long objection, boolean upheld, String answer, String by, Instant at) {
        notices.answer(objection, upheld, answer, by, at);
    }
}
