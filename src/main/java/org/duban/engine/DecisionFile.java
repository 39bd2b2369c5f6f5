package org.duban.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DrgElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.duban.kernel.Refusal;

/** A file with one decision table, read for people and checks rather than for evaluation. */
public record DecisionFile(
        String key,
        String name,
        String description,
        String hitPolicy,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows) {

    /** Longer than any table a person can read. */
    private static final int MOST_BYTES = 1_000_000;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /**
     * A column.
     *
     * @param code the fact an input looks at, or the name of an output
     * @param type as in {@code string}, {@code integer}, {@code boolean}
     */
    public record Column(String code, String label, String type) {}

    /**
     * A row.
     *
     * @param number as Camunda Modeler shows it
     * @param inputs and {@code outputs}: the cells as written; empty when left open
     * @param annotation the clause the rule stands on
     */
    public record Row(int number, String id, List<String> inputs, List<String> outputs, String annotation) {}

    /**
     * Reads a file.
     *
     * @throws Refusal when it is no decision table of that key, or holds more than that
     */
    public static DecisionFile read(String key, byte[] dmn) {
        DmnModelInstance model = parse(dmn);
        Collection<DrgElement> elements = model.getModelElementsByType(DrgElement.class);
        org.camunda.bpm.model.dmn.instance.Decision decision = elements.stream()
                .filter(element -> key.equals(element.getId()))
                .filter(org.camunda.bpm.model.dmn.instance.Decision.class::isInstance)
                .map(org.camunda.bpm.model.dmn.instance.Decision.class::cast)
                .findFirst()
                .orElseThrow(() -> refusal("文件里没有编号为“" + key + "”的决策表。请下载现行文件，在它的基础上修改，不要改动决策的编号。"));
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            throw refusal("“" + key + "”不是决策表。请下载现行文件，在它的基础上修改。");
        }
        if (elements.stream().anyMatch(element -> element != decision && !isInput(element))
                || !decision.getInformationRequirements().isEmpty()
                || !decision.getKnowledgeRequirements().isEmpty()) {
            throw refusal("文件里除“" + key + "”外还有别的决策。一个文件只能有一张决策表，请删去其余部分。");
        }
        requireFeel(model, table);
        List<Column> inputs =
                table.getInputs().stream().map(DecisionFile::column).toList();
        List<Column> outputs =
                table.getOutputs().stream().map(DecisionFile::column).toList();
        return new DecisionFile(
                key,
                Optional.ofNullable(decision.getName()).orElse(key),
                text(decision.getDescription()),
                hitPolicy(table),
                inputs,
                outputs,
                rows(table, inputs.size(), outputs.size()));
    }

    /**
     * What a row answers, output by output.
     *
     * @throws IllegalArgumentException when a cell cannot be read
     */
    public Decisions.Match answer(Row row) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            Feel.Reading reading = Feel.value(row.outputs().get(i));
            if (reading.fault() != null) {
                throw new IllegalArgumentException(reading.fault());
            }
            answers.put(outputs.get(i).code(), reading.value());
        }
        return new Decisions.Match(row.id(), row.annotation(), answers, null);
    }

    /** The words in quotes that the row's cell for that input names; none when the cell is open. */
    public List<String> words(Row row, String input) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).code().equals(input)) {
                return words(row.inputs().get(i));
            }
        }
        return List.of();
    }

    static List<String> words(String cell) {
        return QUOTED.matcher(cell).results().map(word -> word.group(1)).toList();
    }

    private static DmnModelInstance parse(byte[] dmn) {
        if (dmn.length == 0) {
            throw refusal("没有收到文件，请重新选择文件后上传。");
        }
        if (dmn.length > MOST_BYTES) {
            throw refusal("文件超过 1 MB，不会是一张决策表。请检查是否选错了文件。");
        }
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        } catch (ModelException | IllegalStateException e) {
            throw refusal("文件不是有效的 DMN 决策表。请用 Camunda Modeler 打开检查，另存后重新上传。");
        }
    }

    private static boolean isInput(DrgElement element) {
        return element instanceof org.camunda.bpm.model.dmn.instance.InputData;
    }

    // Any other language is a program that would run on the server.
    private static void requireFeel(DmnModelInstance model, DecisionTable table) {
        Stream<String> ofRules = table.getRules().stream()
                .flatMap(rule -> Stream.concat(
                        rule.getInputEntries().stream().map(InputEntry::getExpressionLanguage),
                        rule.getOutputEntries().stream().map(OutputEntry::getExpressionLanguage)));
        Stream<String> ofInputs = table.getInputs().stream()
                .map(Input::getInputExpression)
                .filter(expression -> expression != null)
                .map(org.camunda.bpm.model.dmn.instance.InputExpression::getExpressionLanguage);
        Stream<String> all = Stream.of(
                        Stream.ofNullable(model.getDefinitions().getExpressionLanguage()), ofInputs, ofRules)
                .flatMap(languages -> languages);
        Set<String> others = new HashSet<>();
        all.filter(language -> language != null && !language.isBlank())
                .filter(language -> !language.matches("(?i)feel|https?://www\\.omg\\.org/spec/.*FEEL/?.*"))
                .forEach(others::add);
        if (!others.isEmpty()) {
            throw refusal("文件用了 FEEL 以外的表达式语言（" + String.join("、", others) + "）。请在 Camunda Modeler 中把表达式语言改为 FEEL。");
        }
    }

    private static List<Row> rows(DecisionTable table, int inputs, int outputs) {
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            int number = rows.size() + 1;
            if (rule.getInputEntries().size() != inputs
                    || rule.getOutputEntries().size() != outputs) {
                throw refusal("第 " + number + " 行的格数与列数不符。请用 Camunda Modeler 打开，补齐或删去这一行。");
            }
            rows.add(new Row(
                    number,
                    rule.getId(),
                    rule.getInputEntries().stream()
                            .map(entry -> cell(entry.getText()))
                            .toList(),
                    rule.getOutputEntries().stream()
                            .map(entry -> cell(entry.getText()))
                            .toList(),
                    text(rule.getDescription())));
        }
        if (rows.isEmpty()) {
            throw refusal("决策表里一条规则也没有。请至少保留一条规则。");
        }
        return rows;
    }

    private static Column column(Input input) {
        String code = input.getInputExpression() == null
                ? ""
                : text(input.getInputExpression().getText());
        String type = input.getInputExpression() == null
                ? null
                : input.getInputExpression().getTypeRef();
        return new Column(code, Optional.ofNullable(input.getLabel()).orElse(code), type == null ? "any" : type);
    }

    private static Column column(Output output) {
        String code = Optional.ofNullable(output.getName()).orElse("");
        String type = output.getTypeRef();
        return new Column(code, Optional.ofNullable(output.getLabel()).orElse(code), type == null ? "any" : type);
    }

    private static String hitPolicy(DecisionTable table) {
        HitPolicy policy = table.getHitPolicy() == null ? HitPolicy.UNIQUE : table.getHitPolicy();
        return policy.name() + (table.getAggregation() == null ? "" : " " + table.getAggregation());
    }

    private static String cell(Text text) {
        String cell = text(text);
        return cell.equals("-") ? "" : cell;
    }

    private static String text(Text text) {
        return text == null || text.getTextContent() == null
                ? ""
                : text.getTextContent().strip();
    }

    private static String text(Description description) {
        return description == null || description.getTextContent() == null
                ? ""
                : description.getTextContent().strip();
    }

    private static Refusal refusal(String sentence) {
        return new Refusal("file", sentence);
    }
}
