package org.duban.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.engine.DecisionFile.Column;
import org.duban.engine.DecisionFile.Row;

/** What is wrong with a new version of a table, seen against the one it is to follow. */
final class DecisionFaults {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final String OTHER = "其他";
    /** Of one old row; beyond it only the first are tried. */
    private static final int MOST_CASES = 1_000;

    private final DecisionFile now;
    private final DecisionFile before;
    private final List<String> faults = new ArrayList<>();

    private DecisionFaults(DecisionFile now, DecisionFile before) {
        this.now = now;
        this.before = before;
    }

    /** Each fault as a sentence; what depends on sound columns and cells is looked at only when these are sound. */
    static List<String> of(DecisionFile now, DecisionFile before) {
        DecisionFaults check = new DecisionFaults(now, before);
        check.columns();
        if (check.faults.isEmpty()) {
            check.cells();
        }
        if (check.faults.isEmpty()) {
            check.answersAsBefore();
        }
        return check.faults;
    }

    private void columns() {
        if (!now.hitPolicy().equals(before.hitPolicy())) {
            faults.add("表的命中策略改成了 " + now.hitPolicy() + "，应保持 " + before.hitPolicy() + "。请在 Camunda Modeler 表格左上角改回。");
        }
        compare("条件列", now.inputs(), before.inputs());
        compare("结果列", now.outputs(), before.outputs());
    }

    private void compare(String what, List<Column> these, List<Column> those) {
        Map<String, Column> byCode = those.stream().collect(Collectors.toMap(Column::code, column -> column));
        Set<String> found = new LinkedHashSet<>();
        for (Column column : these) {
            Column known = byCode.get(column.code());
            if (known == null) {
                faults.add(what + "“" + column.label() + "”是系统不认识的列，请删去。");
            } else if (!found.add(column.code())) {
                faults.add(what + "“" + column.label() + "”出现了两次，请删去一列。");
            } else if (!known.type().equals(column.type())) {
                faults.add(what + "“" + column.label() + "”的类型改成了 " + column.type() + "，请改回 " + known.type() + "。");
            }
        }
        those.stream()
                .filter(column -> !found.contains(column.code()))
                .forEach(column -> faults.add(what + "“" + column.label() + "”不见了，系统还要用它，请恢复这一列。"));
    }

    private void cells() {
        Map<String, Object> facts = new LinkedHashMap<>();
        now.inputs().forEach(column -> facts.put(column.code(), sample(column.type())));
        for (Row row : now.rows()) {
            for (int i = 0; i < now.inputs().size(); i++) {
                Column column = now.inputs().get(i);
                note(
                        row,
                        column,
                        Feel.test(row.inputs().get(i), facts.get(column.code()), facts)
                                .fault());
            }
            for (int i = 0; i < now.outputs().size(); i++) {
                Column column = now.outputs().get(i);
                Feel.Reading reading = Feel.value(row.outputs().get(i));
                note(row, column, reading.fault() == null ? mistyped(column, reading.value()) : reading.fault());
            }
        }
    }

    private void note(Row row, Column column, String fault) {
        if (fault != null) {
            faults.add("第 " + row.number() + " 行“" + column.label() + "”：" + fault + "。");
        }
    }

    private static String mistyped(Column column, Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case "string" -> value instanceof String ? null : "应填文字，加英文双引号";
            case "boolean" -> value instanceof Boolean ? null : "应填 true（是）或 false（否）";
            case "integer", "long" ->
                value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
                        ? null
                        : "应填整数";
            case "double", "number" -> value instanceof Number ? null : "应填数字";
            default -> null;
        };
    }

    // Whoever asked the old table and got an answer must get one from the new table too.
    private void answersAsBefore() {
        MatchingRows old = new MatchingRows(before);
        MatchingRows fresh = new MatchingRows(now);
        for (Row row : before.rows()) {
            cases(row).stream()
                    .filter(facts -> old.any(facts) && !fresh.any(facts))
                    .findFirst()
                    .ifPresent(facts -> faults.add("现行第 " + row.number() + " 行管的情形（" + inWords(facts)
                            + "）在新文件里没有规则可用，请补上；不再需要区别对待的，用条件留空的一行概括。"));
        }
    }

    private List<Map<String, Object>> cases(Row row) {
        List<Map<String, Object>> cases = List.of(Map.of());
        for (int i = 0; i < before.inputs().size(); i++) {
            Column column = before.inputs().get(i);
            Set<Object> values = literals(row.inputs().get(i), column.type());
            if (values.isEmpty()) {
                values.addAll(literalsOf(before, column));
                values.addAll(literalsOf(now, column));
                values.add(sample(column.type()));
            }
            cases = cases.stream()
                    .flatMap(known -> values.stream().map(value -> with(known, column.code(), value)))
                    .limit(MOST_CASES)
                    .toList();
        }
        return cases;
    }

    private static Map<String, Object> with(Map<String, Object> known, String fact, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(known);
        more.put(fact, value);
        return more;
    }

    private static Set<Object> literalsOf(DecisionFile file, Column column) {
        Set<Object> values = new LinkedHashSet<>();
        for (int i = 0; i < file.inputs().size(); i++) {
            if (file.inputs().get(i).code().equals(column.code())) {
                int place = i;
                file.rows().forEach(row -> values.addAll(literals(row.inputs().get(place), column.type())));
            }
        }
        return values;
    }

    private static Set<Object> literals(String cell, String type) {
        Set<Object> values = new LinkedHashSet<>();
        if (type.equals("string")) {
            values.addAll(DecisionFile.words(cell));
        } else if (type.equals("boolean")) {
            Set.of("true", "false").stream().filter(cell::contains).forEach(word -> values.add(Boolean.valueOf(word)));
        } else {
            Matcher numbers = NUMBER.matcher(cell);
            while (numbers.find()) {
                values.add(Double.valueOf(numbers.group()));
            }
        }
        return values;
    }

    private String inWords(Map<String, Object> facts) {
        return before.inputs().stream()
                .filter(column -> !OTHER.equals(facts.get(column.code())))
                .map(column -> column.label() + " " + inWords(facts.get(column.code())))
                .collect(Collectors.joining("，"));
    }

    private static String inWords(Object value) {
        if (value instanceof Double number && number == Math.rint(number)) {
            return String.valueOf(number.longValue());
        }
        return String.valueOf(value);
    }

    private static Object sample(String type) {
        return switch (type) {
            case "integer", "long", "double", "number" -> 0.0;
            case "boolean" -> true;
            default -> OTHER;
        };
    }
}
