package org.duban.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duban.engine.DecisionFile;
import org.duban.engine.Decisions;
import org.duban.engine.RuleBook;
import org.springframework.stereotype.Component;

/** The office's rules as the settings page shows them. */
@Component
public class RuleTables {

    /** The output in which a row names what it is about. */
    private static final String NAME = "name";

    private final Decisions decisions;
    private final RuleBook book;
    private final StepNames steps;

    RuleTables(Decisions decisions, RuleBook book, StepNames steps) {
        this.decisions = decisions;
        this.book = book;
        this.steps = steps;
    }

    /** A table in the list of tables. */
    public record Line(RuleBook.Version inForce, int rules) {}

    /** One version of a table. */
    public record View(
            String key,
            String name,
            String description,
            String hitPolicy,
            List<String> inputs,
            List<String> outputs,
            List<Row> rows,
            int gone,
            RuleBook.Version version,
            List<RuleBook.Version> versions,
            List<String> faults,
            boolean inForce) {}

    /** @param state {@code new} or {@code changed} against the version before, otherwise empty */
    public record Row(String id, int number, List<Cell> cells, String clause, String state) {}

    /** @param label of the column, {@code written} what the file says */
    public record Cell(String label, String text, String written) {}

    /** All tables in force. */
    public List<Line> all() {
        return decisions.all().stream()
                .map(table -> new Line(
                        book.versions(table.key()).get(0), table.rules().size()))
                .toList();
    }

    /** A version of a table, the one in force when the number is null; empty when there is none. */
    public Optional<View> view(String key, Integer version) {
        List<RuleBook.Version> versions = book.versions(key);
        return versions.stream()
                .filter(one -> version == null || one.table().version() == version)
                .findFirst()
                .map(shown -> view(key, shown, versions));
    }

    private View view(String key, RuleBook.Version shown, List<RuleBook.Version> versions) {
        DecisionFile file = file(key, shown);
        Map<String, DecisionFile.Row> before = new HashMap<>();
        int place = versions.indexOf(shown);
        boolean first = place + 1 == versions.size();
        if (!first) {
            file(key, versions.get(place + 1)).rows().forEach(row -> before.put(row.id(), row));
        }
        RuleWords words = new RuleWords(steps.all());
        List<Row> rows = file.rows().stream()
                .map(row -> row(file, row, words, first ? "" : state(row, before.remove(row.id()))))
                .toList();
        boolean inForce = place == 0;
        return new View(
                key,
                file.name(),
                file.description(),
                RuleWords.hitPolicy(file.hitPolicy()),
                file.inputs().stream().map(DecisionFile.Column::label).toList(),
                file.outputs().stream().map(DecisionFile.Column::label).toList(),
                rows,
                before.size(),
                shown,
                versions,
                inForce ? book.faultsInForce(key) : List.of(),
                inForce);
    }

    private DecisionFile file(String key, RuleBook.Version version) {
        return DecisionFile.read(key, book.file(key, version.table().version()).orElseThrow());
    }

    private static String state(DecisionFile.Row row, DecisionFile.Row before) {
        if (before == null) {
            return "new";
        }
        boolean same = row.inputs().equals(before.inputs())
                && row.outputs().equals(before.outputs())
                && row.annotation().equals(before.annotation());
        return same ? "" : "changed";
    }

    private static Row row(DecisionFile file, DecisionFile.Row row, RuleWords words, String state) {
        String name = IntStream.range(0, file.outputs().size())
                .filter(i -> file.outputs().get(i).code().equals(NAME))
                .mapToObj(i -> words.output(row.outputs().get(i)))
                .findFirst()
                .orElse(null);
        List<Cell> cells = IntStream.range(0, file.inputs().size())
                .mapToObj(i -> new Cell(
                        file.inputs().get(i).label(),
                        words.input(row.inputs().get(i), name),
                        row.inputs().get(i)))
                .collect(Collectors.toList());
        IntStream.range(0, file.outputs().size())
                .mapToObj(i -> new Cell(
                        file.outputs().get(i).label(),
                        words.output(row.outputs().get(i)),
                        row.outputs().get(i)))
                .forEach(cells::add);
        return new Row(row.id(), row.number(), cells, row.annotation(), state);
    }
}
