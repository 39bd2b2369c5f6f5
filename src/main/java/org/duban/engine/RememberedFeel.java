package org.duban.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * The engine's own expression language, which answers a plain cell only once: a word, a number or a list of them means
 * the same for the same input for ever, and nearly every cell of an office's tables is one of those. Whatever else is
 * written in a cell is asked each time.
 */
final class RememberedFeel implements FeelEngine {

    private static final String WORD = "\"[^\"\\\\]*\"";
    private static final String NUMBER = "-?\\d{1,9}";
    private static final String TEST = "(?:" + WORD + "|(?:[<>]=?\\s*)?" + NUMBER + "|true|false)";
    private static final Pattern VALUE = Pattern.compile(WORD + "|" + NUMBER + "|true|false");
    private static final Pattern TESTS = Pattern.compile(TEST + "(?:\\s*,\\s*" + TEST + ")*");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");

    /** Forgotten when there are more. */
    private static final int MOST = 20_000;

    private final FeelEngine plain;
    private final Map<Asked, Optional<Object>> values = new ConcurrentHashMap<>();
    private final Map<Asked, Boolean> tests = new ConcurrentHashMap<>();

    RememberedFeel(FeelEngine plain) {
        this.plain = plain;
    }

    static FeelEngineFactory factory() {
        return () -> new RememberedFeel(new ScalaFeelEngineFactory().createInstance());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        Object input = NAME.matcher(expression).matches() && context.containsVariable(expression)
                ? context.resolve(expression).getValue()
                : null;
        if (input == null ? !VALUE.matcher(expression).matches() : !simple(input)) {
            return plain.evaluateSimpleExpression(expression, context);
        }
        return (T) remembered(
                        values,
                        new Asked(expression, input),
                        () -> Optional.ofNullable(plain.evaluateSimpleExpression(expression, context)))
                .orElse(null);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext context) {
        Object input = context.containsVariable(inputVariable)
                ? context.resolve(inputVariable).getValue()
                : null;
        if (input != null && !simple(input) || !TESTS.matcher(expression).matches()) {
            return plain.evaluateSimpleUnaryTests(expression, inputVariable, context);
        }
        return remembered(
                tests,
                new Asked(expression, input),
                () -> plain.evaluateSimpleUnaryTests(expression, inputVariable, context));
    }

    private static <V> V remembered(Map<Asked, V> known, Asked asked, Supplier<V> answer) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(asked, key -> answer.get());
    }

    private static boolean simple(Object input) {
        return input instanceof String || input instanceof Integer || input instanceof Long || input instanceof Boolean;
    }

    private record Asked(String expression, Object input) {}
}
