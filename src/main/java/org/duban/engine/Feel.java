package org.duban.engine;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** The expression language of decision tables, asked cell by cell; the engine itself would pass over most mistakes. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    /** Parsing costs far more than asking; a table is asked many times over. Forgotten when there are many. */
    private static final Map<String, ParseResult> TESTS = new ConcurrentHashMap<>();

    private static final Map<String, ParseResult> VALUES = new ConcurrentHashMap<>();

    private static final Pattern WORD = Pattern.compile("\"[^\"\\\\]*\"");

    private static final int MOST_PARSED = 10_000;

    private Feel() {}

    /**
     * What a cell says.
     *
     * @param value null when the cell is empty or faulty
     * @param fault what is wrong with it in words, or null
     */
    record Reading(Object value, String fault) {}

    /** Whether the input's value passes the cell; an empty cell lets everything pass. */
    static Reading test(String cell, Object value, Map<String, Object> facts) {
        if (cell.isEmpty()) {
            return new Reading(true, null);
        }
        // Nearly every cell is one word, and the language takes its time.
        return value instanceof String && WORD.matcher(cell).matches()
                ? new Reading(cell.equals("\"" + value + "\""), null)
                : read(TESTS, cell, ENGINE::parseUnaryTests, parsed -> ENGINE.evaluateWithInput(parsed, value, facts));
    }

    /** What an output cell answers. */
    static Reading value(String cell) {
        return cell.isEmpty()
                ? new Reading(null, null)
                : read(VALUES, cell, ENGINE::parseExpression, parsed -> ENGINE.evaluate(parsed, Map.of()));
    }

    private static Reading read(
            Map<String, ParseResult> known,
            String cell,
            Function<String, ParseResult> parse,
            Function<ParsedExpression, EvaluationResult> evaluate) {
        if (known.size() > MOST_PARSED) {
            known.clear();
        }
        ParseResult parsed = known.computeIfAbsent(cell, parse);
        return parsed.isFailure()
                ? new Reading(null, unreadable(cell))
                : reading(cell, evaluate.apply(parsed.parsedExpression()));
    }

    private static Reading reading(String cell, EvaluationResult result) {
        if (result.isFailure()) {
            return new Reading(null, unreadable(cell));
        }
        if (result.hasSuppressedFailures()) {
            return new Reading(
                    null,
                    meaningless(
                            cell,
                            Objects.toString(result.suppressedFailures().head().failureType())));
        }
        return new Reading(result.result(), null);
    }

    private static String unreadable(String cell) {
        return cell.matches("(?s).*[“”‘’＂].*")
                ? "内容 " + cell + " 用了中文引号，请改用英文双引号"
                : "内容 " + cell + " 写法有误，请对照现行规则改正（文字加英文双引号，几个并列的之间用英文逗号）";
    }

    private static String meaningless(String cell, String failure) {
        return switch (failure) {
            case "NO_VARIABLE_FOUND" -> "内容 " + cell + " 读不出值，文字请加英文双引号，如 \"" + cell.replaceAll("[<>=\" ]", "") + "\"";
            case "NO_FUNCTION_FOUND", "FUNCTION_INVOCATION_FAILURE" -> "内容 " + cell + " 用了系统不认识的函数，请改用直接的数值或文字";
            default -> "内容 " + cell + " 与这一栏的类型不符，数字栏填数字，文字栏填加英文双引号的文字";
        };
    }
}
