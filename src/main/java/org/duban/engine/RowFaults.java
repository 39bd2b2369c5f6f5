package org.duban.engine;

import java.util.Collection;
import java.util.List;
import org.duban.engine.DecisionFile.Row;

/** The sentences checks of decision tables have in common. */
public final class RowFaults {

    private RowFaults() {}

    public static String fault(Row row, String label, String what) {
        return "第 " + row.number() + " 行“" + label + "”：" + what + "。";
    }

    /** Words nobody would ever ask with, so that the row would never match. */
    public static void unknownWords(
            DecisionFile file, Row row, String input, Collection<String> known, Collection<String> faults) {
        String label = file.inputs().stream()
                .filter(column -> column.code().equals(input))
                .map(DecisionFile.Column::label)
                .findFirst()
                .orElse(input);
        file.words(row, input).stream()
                .filter(word -> !known.contains(word))
                .forEach(word -> faults.add(fault(row, label, "没有“" + word + "”这个说法，应为" + String.join("、", known))));
    }

    /** A rule says what it stands on. */
    public static void missingClause(Row row, List<String> faults) {
        if (row.annotation().isEmpty()) {
            faults.add(fault(row, "依据", "没有填写，请在注释一栏写明依据的文件或条款"));
        }
    }
}
