package org.duban.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.duban.kernel.UnitCode;
import org.duban.problem.ListKey;
import org.duban.problem.ListedProblem;
import org.duban.problem.NewProblem;
import org.duban.problem.Problems;
import org.duban.problem.Registered.FieldChange;

/** Holds rows of a file against what the same rows said when they were last brought in. */
final class StoredList {

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            Map.entry("title", Column.TITLE),
            Map.entry("description", Column.DESCRIPTION),
            Map.entry("pollutionTypes", Column.POLLUTION),
            Map.entry("site", Column.SITE),
            Map.entry("risk", Column.RISK),
            Map.entry("leadUnit", Column.LEAD),
            Map.entry("responsibleUnits", Column.RESPONSIBLE),
            Map.entry("supervisingUnit", Column.SUPERVISING),
            Map.entry("deadline", Column.DEADLINE),
            Map.entry("goal", Column.GOAL),
            Map.entry("measuresText", Column.MEASURES));

    private final Problems problems;
    private final UnitPhrases units;

    StoredList(Problems problems, UnitPhrases units) {
        this.problems = problems;
        this.units = units;
    }

    Map<ListKey, ListedProblem> of(Collection<ListRow> rows) {
        return problems.listed(rows.stream().map(row -> row.problem().key()).toList());
    }

    /** The list's title is not an edit of its rows: offices put the month of the update into it. */
    static NewProblem underOldTitle(NewProblem row, ListedProblem stored) {
        return new NewProblem(
                row.source(),
                row.listRegion(),
                row.listSerial(),
                stored.listed().get("listName"),
                row.title(),
                row.description(),
                row.pollutionTypes(),
                row.site(),
                row.risk(),
                row.leadUnit(),
                row.responsibleUnits(),
                row.supervisingUnit(),
                row.deadline(),
                row.goal(),
                row.measuresText());
    }

    /** The edits as a clerk reads them. A title made from the description is not an edit of its own. */
    List<FieldEdit> edits(int row, ListedProblem stored, List<FieldChange> changes, Header header) {
        List<FieldEdit> edits = new ArrayList<>();
        for (FieldChange change : changes) {
            Column column = COLUMNS.get(change.field());
            if (column != Column.TITLE || header.has(Column.TITLE)) {
                String label = column == null ? change.field() : header.nameOf(column);
                edits.add(new FieldEdit(
                        row, stored.no().value(), label, shown(column, change.from()), shown(column, change.to())));
            }
        }
        return edits;
    }

    Column column(String field) {
        return COLUMNS.get(field);
    }

    private String shown(Column column, String value) {
        boolean unit = column == Column.LEAD || column == Column.RESPONSIBLE || column == Column.SUPERVISING;
        if (value == null || !unit) {
            return value;
        }
        List<String> names = new ArrayList<>();
        for (String code : value.split("、")) {
            names.add(units.name(UnitCode.of(code)));
        }
        return String.join("、", names);
    }
}
