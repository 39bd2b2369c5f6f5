package org.duban.problem.store;

import static org.duban.problem.store.Rows.code;
import static org.duban.problem.store.Rows.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.problem.Deadline;
import org.duban.problem.Dispatch;
import org.duban.problem.Listing;
import org.duban.problem.Problem;
import org.duban.problem.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes new problems, one or a list of them, in two statements. */
@Component
class ProblemInsert {

    private static final String COLUMNS = """
            no, source, list_region, list_serial, list_name, title, description, pollution_types, site, risk,
            lead_unit, supervising_unit, deadline_kind, deadline_text, due_on, due_precision, also_standing, goal,
            measures_text, state, rectification, attempt, plan_revision, returns, listed, registered_at,
            registered_by, version""";

    private final JdbcClient db;
    private final Rows rows;

    ProblemInsert(JdbcClient db, Rows rows) {
        this.db = db;
        this.rows = rows;
    }

    List<CaseNo> insert(List<Problem> problems, List<Map<String, String>> listed) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            values.add(row(problems.get(i), listed.get(i)));
        }
        // Two imports of one file may meet here; the list key decides who comes first.
        List<CaseNo> written = db
                .sql("insert into problem (" + COLUMNS + ") select " + COLUMNS
                        + " from jsonb_populate_recordset(null::problem, cast(:rows as jsonb))"
                        + " on conflict (source, list_region, list_serial) where list_serial is not null do nothing"
                        + " returning no")
                .param("rows", rows.write(values))
                .query(String.class)
                .list()
                .stream()
                .map(CaseNo::of)
                .toList();
        Set<CaseNo> numbers = new HashSet<>(written);
        insertUnits(problems.stream()
                .filter(problem -> numbers.contains(problem.no()))
                .toList());
        return written;
    }

    void replaceUnits(Problem problem) {
        db.sql("delete from problem_unit where no = :no")
                .param("no", problem.no().value())
                .update();
        insertUnits(List.of(problem));
    }

    private void insertUnits(List<Problem> problems) {
        List<Map<String, Object>> units = new ArrayList<>();
        for (Problem problem : problems) {
            Dispatch dispatch = problem.dispatch();
            if (dispatch.leadUnit() != null) {
                units.add(unit(problem, dispatch.leadUnit(), "LEAD", 0));
            }
            for (int seq = 0; seq < dispatch.responsibleUnits().size(); seq++) {
                units.add(unit(problem, dispatch.responsibleUnits().get(seq), "RESPONSIBLE", seq));
            }
        }
        if (!units.isEmpty()) {
            db.sql("insert into problem_unit (no, unit_code, role, seq) select no, unit_code, role, seq"
                            + " from jsonb_populate_recordset(null::problem_unit, cast(:rows as jsonb))")
                    .param("rows", rows.write(units))
                    .update();
        }
    }

    private static Map<String, Object> unit(Problem problem, UnitCode unit, String role, int seq) {
        return Map.of("no", problem.no().value(), "unit_code", unit.value(), "role", role, "seq", seq);
    }

    private static Map<String, Object> row(Problem problem, Map<String, String> listed) {
        Listing listing = problem.listing();
        Dispatch dispatch = problem.dispatch();
        Deadline deadline = dispatch.deadline();
        Progress progress = problem.progress();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", problem.no().value());
        row.put("source", listing.source());
        row.put("list_region", listing.region());
        row.put("list_serial", listing.serial());
        row.put("list_name", listing.listName());
        row.put("title", listing.title());
        row.put("description", listing.description());
        row.put("pollution_types", listing.pollutionTypes());
        row.put("site", listing.site());
        row.put("risk", name(listing.risk()));
        row.put("lead_unit", code(dispatch.leadUnit()));
        row.put("supervising_unit", code(dispatch.supervisingUnit()));
        if (deadline != null) {
            row.put("deadline_kind", name(deadline.kind()));
            row.put("deadline_text", deadline.text());
            row.put("due_on", deadline.dueOn() == null ? null : deadline.dueOn().toString());
            row.put("due_precision", name(deadline.precision()));
        }
        row.put("also_standing", deadline != null && deadline.alsoStanding());
        row.put("goal", listing.goal());
        row.put("measures_text", listing.measuresText());
        row.put("state", name(progress.state()));
        row.put("rectification", progress.rectification());
        row.put("attempt", progress.attempt());
        row.put("plan_revision", progress.planRevision());
        row.put("returns", progress.returns());
        row.put("listed", listed);
        row.put("registered_at", problem.registeredAt().toString());
        row.put("registered_by", problem.registeredBy());
        row.put("version", problem.version());
        return row;
    }
}
