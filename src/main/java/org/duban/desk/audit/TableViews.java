package org.duban.desk.audit;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.desk.RuleTables;
import org.duban.desk.StepNames;
import org.duban.desk.audit.StepView.Row;
import org.duban.desk.audit.StepView.TableView;
import org.duban.replay.Difference.Ruling;
import org.springframework.stereotype.Component;

/** Shows a decision as its table in the version that was asked, with the rules that matched lit. */
@Component
class TableViews {

    private final RuleTables tables;

    private final StepNames names;

    TableViews(RuleTables tables, StepNames names) {
        this.tables = tables;
        this.names = names;
    }

    /** Null when that version is gone or none of its rules is named. */
    TableView view(Ruling ruling) {
        return tables.view(ruling.key(), version(ruling.table()))
                .map(table -> view(table, ruling))
                .filter(view -> view.rows().stream().anyMatch(Row::lit))
                .orElse(null);
    }

    // Both ways to name a version begin key:version.
    private static Integer version(String table) {
        String[] parts = String.valueOf(table).split(":");
        return parts.length > 1 && parts[1].matches("\\d{1,6}") ? Integer.valueOf(parts[1]) : null;
    }

    private TableView view(RuleTables.View table, Ruling ruling) {
        boolean byClause = ruling.clause() != null
                && table.rows().stream()
                        .anyMatch(row -> named(row, ruling) && ruling.clause().equals(row.clause()));
        return new TableView(
                table.key(),
                table.name(),
                table.version().table().version(),
                Stream.concat(table.inputs().stream(), table.outputs().stream()).toList(),
                table.inputs().size(),
                table.rows().stream()
                        .map(row -> new Row(
                                row.number(),
                                row.cells().stream().map(RuleTables.Cell::text).toList(),
                                row.clause(),
                                named(row, ruling)
                                        && (!byClause || ruling.clause().equals(row.clause()))))
                        .toList(),
                said(ruling.inputs()),
                said(ruling.outputs()));
    }

    // The ladder names the rule; a deadline names the step its row is for.
    private static boolean named(RuleTables.Row row, Ruling ruling) {
        return ruling.rules().contains(row.id())
                || ruling.rules().stream().anyMatch(rule -> row.cells().stream()
                        .anyMatch(cell -> cell.written().contains("\"" + rule + "\"")));
    }

    private String said(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "：" + said(value.getValue()))
                .collect(Collectors.joining("；"));
    }

    // Tasks are asked about by their ids.
    private String said(Object value) {
        String text = value == null ? "" : value.toString();
        return switch (text) {
            case "" -> "（空）";
            case "true" -> "是";
            case "false" -> "否";
            default -> names.all().getOrDefault(text, text);
        };
    }
}
