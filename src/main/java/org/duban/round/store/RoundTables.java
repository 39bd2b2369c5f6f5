package org.duban.round.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.round.FiledItem;
import org.duban.round.OpenProblem;
import org.duban.round.PlannedProgress;
import org.duban.round.RoundItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the units' tables. What was said last is looked up, never copied. */
@Component
class RoundTables {

    private static final int AT_ONCE = 1000;

    /** A relapsed problem starts anew: what was said in an earlier rectification is not carried forward. */
    private static final String ITEM = """
            select i.*, r.frozen_at is not null as frozen, p.title, p.source, p.deadline_kind, p.deadline_text, p.due_on,
                   p.due_precision, p.also_standing, p.state as problem_state, p.struck_off_at is not null as struck_off,
                   (select min(d.current_due_on) from deadline d where d.case_no = p.no and d.kind = 'STANDING_REVIEW'
                       and d.met_at is null and d.voided_at is null) as next_review_on,
                   last.*
              from round_item i
              join round r on r.no = i.no
              join problem p on p.no = i.problem_no
              left join lateral (
                   select (array_agg(x.no order by x.no desc) filter (where x.text is not null))[1] as last_no,
                          (array_agg(x.text order by x.no desc) filter (where x.text is not null))[1] as last_text,
                          (array_agg(x.actual order by x.no desc) filter (where x.actual is not null))[1] as last_actual,
                          (array_agg(x.issue order by x.no desc) filter (where x.issue is not null))[1] as last_issue,
                          (array_agg(x.status order by x.no desc) filter (where x.status is not null))[1] as last_status
                     from round_item x
                    where x.problem_no = i.problem_no and x.unit_code = i.unit_code and x.no < i.no
                      and x.rectification = i.rectification) last on true
            """;

    private final JdbcClient db;
    private final ObjectMapper json;

    RoundTables(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(CaseNo no, List<OpenProblem> problems, LocalDate on) {
        Map<UnitCode, Integer> last = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (OpenProblem problem : problems) {
            rows.add(row(problem, last.merge(problem.unit(), 1, Integer::sum), on));
        }
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            String chunk = write(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
            db.sql("insert into round_unit (no, unit_code) select distinct :no, unit_code"
                            + " from jsonb_to_recordset(cast(:rows as jsonb)) as x(unit_code text)"
                            + " on conflict do nothing")
                    .param("no", no.value())
                    .param("rows", chunk)
                    .update();
            db.sql("""
                    insert into round_item (no, unit_code, problem_no, seq, rectification, leads, standing, planned,
                        planned_basis)
                    select :no, unit_code, problem_no, seq, rectification, leads, standing, planned,
                           array(select jsonb_array_elements_text(planned_basis))
                      from jsonb_to_recordset(cast(:rows as jsonb)) as x(unit_code text, problem_no text, seq int,
                           rectification int, leads boolean, standing boolean, planned int, planned_basis jsonb)
                    on conflict do nothing""").param("no", no.value()).param("rows", chunk).update();
        }
    }

    private static Map<String, Object> row(OpenProblem problem, int seq, LocalDate on) {
        PlannedProgress planned = problem.planned(on);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unit_code", problem.unit().value());
        row.put("problem_no", problem.no().value());
        row.put("seq", seq);
        row.put("rectification", problem.rectification());
        row.put("leads", problem.leads());
        row.put("standing", problem.standing());
        row.put("planned", planned.percent());
        row.put("planned_basis", planned.basis());
        return row;
    }

    void fill(CaseNo no, UnitCode unit, List<FiledItem> items) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FiledItem item : items) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("problem_no", item.problem().value());
            row.put("unchanged", item.unchanged());
            row.put("text", item.text());
            row.put("actual", item.actual());
            row.put("issue", item.issue());
            row.put("status", item.status().name());
            rows.add(row);
        }
        db.sql("""
                update round_item i set unchanged = x.unchanged, text = x.text, actual = x.actual, issue = x.issue,
                       status = x.status
                  from jsonb_to_recordset(cast(:rows as jsonb)) as x(problem_no text, unchanged boolean, text text,
                       actual int, issue text, status text)
                 where i.no = :no and i.unit_code = :unit and i.problem_no = x.problem_no""")
                .param("rows", write(rows))
                .param("no", no.value())
                .param("unit", unit.value())
                .update();
    }

    List<RoundItem> of(CaseNo no, UnitCode unit) {
        return db.sql(ITEM + "where i.no = :no and i.unit_code = :unit order by i.seq")
                .param("no", no.value())
                .param("unit", unit.value())
                .query(RoundRows::item)
                .list();
    }

    List<RoundItem> behind(CaseNo no, int limit) {
        return db.sql(ITEM + "where i.no = :no and i.status = 'BEHIND' order by i.unit_code, i.seq limit :limit")
                .param("no", no.value())
                .param("limit", limit)
                .query(RoundRows::item)
                .list();
    }

    List<RoundItem> of(CaseNo problem) {
        return db.sql(ITEM + "where i.problem_no = :problem order by i.no desc, i.leads desc, i.unit_code")
                .param("problem", problem.value())
                .query(RoundRows::item)
                .list();
    }

    // Unit by unit, so that a province's round is never in memory as a whole.
    void each(CaseNo no, List<UnitCode> units, Consumer<RoundItem> reader) {
        units.forEach(unit -> of(no, unit).forEach(reader));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
