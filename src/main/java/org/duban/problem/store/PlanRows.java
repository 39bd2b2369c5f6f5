package org.duban.problem.store;

import static org.duban.problem.store.Rows.at;
import static org.duban.problem.store.Rows.name;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.kernel.CaseNo;
import org.duban.problem.Plan;
import org.duban.problem.Plan.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans with their measures. */
@Component
class PlanRows {

    private final JdbcClient db;

    PlanRows(JdbcClient db) {
        this.db = db;
    }

    void add(CaseNo no, Plan plan) {
        db.sql("""
                insert into problem_plan (no, rectification, revision, goal, contact, phone, submitted_by, submitted_at)
                values (:no, :rectification, :revision, :goal, :contact, :phone, :by, :at)""")
                .param("no", no.value())
                .param("rectification", plan.rectification())
                .param("revision", plan.revision())
                .param("goal", plan.goal())
                .param("contact", plan.contact())
                .param("phone", plan.phone())
                .param("by", plan.submittedBy())
                .param("at", at(plan.submittedAt()))
                .update();
        for (Measure measure : plan.measures()) {
            db.sql("""
                    insert into problem_measure
                        (no, rectification, revision, seq, text, due_on, responsible_person, unit_code)
                    values (:no, :rectification, :revision, :seq, :text, :due, :person, :unit)""")
                    .param("no", no.value())
                    .param("rectification", plan.rectification())
                    .param("revision", plan.revision())
                    .param("seq", measure.seq())
                    .param("text", measure.text())
                    .param("due", measure.dueOn())
                    .param("person", measure.responsiblePerson())
                    .param("unit", measure.unit())
                    .update();
        }
    }

    void decide(
            CaseNo no, int rectification, int revision, Plan.Decision decision, String reason, String by, Instant at) {
        db.sql("""
                update problem_plan set decision = :decision, reason = :reason, decided_by = :by, decided_at = :at
                where no = :no and rectification = :rectification and revision = :revision""")
                .param("decision", name(decision))
                .param("reason", reason)
                .param("by", by)
                .param("at", at(at))
                .param("no", no.value())
                .param("rectification", rectification)
                .param("revision", revision)
                .update();
    }

    List<Plan> of(CaseNo no) {
        record Numbered(int rectification, int revision, Measure measure) {}
        Map<List<Integer>, List<Measure>> measures = db
                .sql("select * from problem_measure where no = :no order by rectification, revision, seq")
                .param("no", no.value())
                .query((row, n) -> new Numbered(row.getInt("rectification"), row.getInt("revision"), measure(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        numbered -> List.of(numbered.rectification(), numbered.revision()),
                        Collectors.mapping(Numbered::measure, Collectors.toList())));
        return db.sql("select * from problem_plan where no = :no order by rectification, revision")
                .param("no", no.value())
                .query((row, n) -> plan(row, measures))
                .list();
    }

    private static Plan plan(ResultSet row, Map<List<Integer>, List<Measure>> measures) throws SQLException {
        int rectification = row.getInt("rectification");
        int revision = row.getInt("revision");
        return new Plan(
                rectification,
                revision,
                row.getString("goal"),
                row.getString("contact"),
                row.getString("phone"),
                row.getString("submitted_by"),
                Rows.instant(row, "submitted_at"),
                Rows.word(row, "decision", Plan.Decision.class),
                row.getString("reason"),
                row.getString("decided_by"),
                Rows.instant(row, "decided_at"),
                measures.getOrDefault(List.of(rectification, revision), List.of()));
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                row.getInt("seq"),
                row.getString("text"),
                Rows.date(row, "due_on"),
                row.getString("responsible_person"),
                row.getString("unit_code"),
                Rows.date(row, "done_on"));
    }
}
