package org.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.Test;

/** What is remembered is what the engine says, for every cell the office ships, whatever it is asked first. */
class RememberedFeelTest {

    private final FeelEngine plain = new ScalaFeelEngineFactory().createInstance();

    @Test
    void everyShippedCellTestsAsTheEngineTestsIt() throws Exception {
        RememberedFeel remembered = new RememberedFeel(plain);
        List<Object> inputs =
                new ArrayList<>(Arrays.asList(null, "", "无此词", true, false, 0, 1L, 2, 3, 30, -1, -10, -15, 365));
        cells(InputEntry.class).stream()
                .filter(cell -> cell.startsWith("\""))
                .map(cell -> cell.substring(1, cell.indexOf('"', 1)))
                .limit(40)
                .forEach(inputs::add);
        for (int round = 0; round < 2; round++) {
            for (String cell : cells(InputEntry.class)) {
                for (Object input : inputs) {
                    VariableContext context =
                            Variables.createVariables().putValue("input", input).asVariableContext();
                    assertThat(outcome(() -> remembered.evaluateSimpleUnaryTests(cell, "input", context)))
                            .as("%s asked of %s", input, cell)
                            .isEqualTo(outcome(() -> plain.evaluateSimpleUnaryTests(cell, "input", context)));
                }
            }
        }
    }

    @Test
    void everyShippedAnswerIsTheEnginesOwn() throws Exception {
        RememberedFeel remembered = new RememberedFeel(plain);
        VariableContext nothing = Variables.createVariables().asVariableContext();
        for (int round = 0; round < 2; round++) {
            for (String cell : cells(OutputEntry.class)) {
                assertThat(outcome(() -> remembered.evaluateSimpleExpression(cell, nothing)))
                        .as(cell)
                        .isEqualTo(outcome(() -> plain.evaluateSimpleExpression(cell, nothing)));
            }
        }
    }

    @Test
    void anInputIsReadAnewForEachValue() {
        RememberedFeel remembered = new RememberedFeel(plain);
        for (Object value : Arrays.asList("黄牌", 3, 3L, true, null, "红牌", 4)) {
            VariableContext context =
                    Variables.createVariables().putValue("colour", value).asVariableContext();
            assertThat((Object) remembered.evaluateSimpleExpression("colour", context))
                    .isEqualTo(plain.evaluateSimpleExpression("colour", context));
        }
    }

    @Test
    void plainCellsAreAskedOnceAndOthersEachTime() {
        AtomicInteger asked = new AtomicInteger();
        RememberedFeel remembered = new RememberedFeel(new Counting(plain, asked));
        VariableContext context = Variables.createVariables()
                .putValue("level", "高")
                .putValue("days", 3)
                .asVariableContext();

        for (int i = 0; i < 3; i++) {
            assertThat(remembered.evaluateSimpleUnaryTests("\"高\", \"中\"", "level", context))
                    .isTrue();
        }
        assertThat(asked).hasValue(1);
        for (int i = 0; i < 3; i++) {
            assertThat(remembered.evaluateSimpleUnaryTests("<= days", "days", context))
                    .isTrue();
        }
        assertThat(asked).hasValue(4);
    }

    private static Object outcome(Stated question) {
        try {
            return question.answer();
        } catch (RuntimeException refused) {
            return refused.getClass();
        }
    }

    private static Collection<String> cells(Class<? extends DmnElement> kind) throws Exception {
        Set<String> cells = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".dmn"))
                    .sorted()
                    .toList()) {
                for (DmnElement entry : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(kind)) {
                    Text text =
                            entry instanceof InputEntry input ? input.getText() : ((LiteralExpression) entry).getText();
                    if (text != null && !text.getTextContent().isBlank()) {
                        cells.add(text.getTextContent().strip());
                    }
                }
            }
        }
        assertThat(cells).hasSizeGreaterThan(20);
        return cells;
    }

    @FunctionalInterface
    private interface Stated {
        Object answer();
    }

    private record Counting(FeelEngine plain, AtomicInteger asked) implements FeelEngine {

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
            asked.incrementAndGet();
            return plain.evaluateSimpleExpression(expression, context);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext context) {
            asked.incrementAndGet();
            return plain.evaluateSimpleUnaryTests(expression, input, context);
        }
    }
}
