package org.duban.desk.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.desk.StepNames;
import org.duban.desk.audit.StepView.Change;
import org.duban.desk.audit.StepView.FileLine;
import org.duban.desk.audit.StepView.LetterLine;
import org.duban.desk.audit.StepView.LimitLine;
import org.duban.desk.audit.StepView.LimitNow;
import org.duban.desk.audit.StepView.LinkedCase;
import org.duban.desk.audit.StepView.PaperView;
import org.duban.desk.audit.StepView.RunView;
import org.duban.desk.audit.StepView.State;
import org.duban.desk.audit.StepView.TokenLine;
import org.duban.desk.audit.StepView.Told;
import org.duban.journal.Ways;
import org.duban.replay.Difference;
import org.duban.replay.FactWords;
import org.duban.replay.Linked;
import org.duban.replay.Models;
import org.duban.replay.Moment;
import org.duban.replay.Replay.Shown;
import org.duban.replay.Run;
import org.springframework.stereotype.Component;

/** Puts a shown step into words. */
@Component
public class StepViews {

    // A process stands on these only while it passes or around something it waits in.
    private static final Set<String> NOT_WAITED_AT = Set.of(
            "multiInstanceBody", "subProcess", "transaction", "callActivity", "boundaryTimer", "boundaryMessage");

    private static final Map<String, String> KINDS = Map.of("WT", "问题", "XF", "信访件", "HP", "警示牌", "DD", "月调度");

    private final ReplayWords words;
    private final PaperWords papers;
    private final DetailWords details;
    private final TableViews tables;
    private final Models models;
    private final StepNames names;
    private final Ways ways;
    private final DocumentViews documents;
    private final LetterWords letters;

    StepViews(
            ReplayWords words,
            PaperWords papers,
            DetailWords details,
            TableViews tables,
            Models models,
            StepNames names,
            Ways ways,
            DocumentViews documents,
            LetterWords letters) {
        this.letters = letters;
        this.documents = documents;
        this.words = words;
        this.papers = papers;
        this.details = details;
        this.tables = tables;
        this.models = models;
        this.names = names;
        this.ways = ways;
    }

    public StepView view(Shown shown) {
        Difference changed = shown.difference();
        boolean letter = letters.concerns(shown.state().fields());
        return new StepView(
                shown.step(),
                words.person(shown.step().onBehalfOf()),
                ways.label(shown.step().channel()),
                changed.fields().stream()
                        .sorted(Comparator.comparingInt(
                                change -> letter ? letters.place(change.field()) : words.place(change.field())))
                        .map(change -> change(change, letter))
                        .toList(),
                moves(changed),
                changed.limits().stream().map(StepViews::limit).toList(),
                changed.files().stream()
                        .map(one -> file(one.file(), FactWords.of(one.what())))
                        .toList(),
                changed.papers().stream().map(this::paper).toList(),
                changed.messages().stream().map(this::letter).toList(),
                changed.decisions().stream()
                        .map(tables::view)
                        .filter(Objects::nonNull)
                        .toList(),
                changed.operations().stream()
                        .filter(Difference.ByHand::intervention)
                        .map(details::byHand)
                        .toList(),
                changed.faults().stream()
                        .map(fault -> Objects.requireNonNullElse(fault.message(), "没有说明"))
                        .toList(),
                told(changed),
                changed.linked().stream().map(StepViews::linked).toList(),
                state(shown));
    }

    private static LinkedCase linked(String chain) {
        return Linked.WATCH.equals(chain)
                ? new LinkedCase(chain, "期限督办", false)
                : new LinkedCase(chain, KINDS.get(chain.substring(0, 2)) + " " + chain, true);
    }

    private Change change(Difference.FieldChange change, boolean letter) {
        String field = change.field();
        return letter
                ? new Change(
                        letters.field(field),
                        letters.value(field, change.before()),
                        letters.value(field, change.after()))
                : new Change(
                        words.field(field), words.value(field, change.before()), words.value(field, change.after()));
    }

    private List<String> moves(Difference changed) {
        Set<String> moves = new LinkedHashSet<>();
        changed.left().stream()
                .filter(moved -> moved.name() != null)
                .forEach(moved -> moves.add((moved.canceled() ? "取消“" : "离开“") + moved.name() + "”"));
        changed.entered().stream()
                .filter(moved -> moved.name() != null)
                .forEach(moved -> moves.add("到达“" + moved.name() + "”"));
        return List.copyOf(moves);
    }

    private static LimitLine limit(Difference.LimitChange change) {
        String what =
                switch (change.what()) {
                    case "deadline.opened" -> "开始计算";
                    case "deadline.met" -> "已办结";
                    case "deadline.voided" -> "取消";
                    default -> FactWords.of(change.what());
                };
        return new LimitLine(
                change.name(),
                what,
                change.before(),
                change.after(),
                change.reason(),
                change.afterExpiry(),
                change.clause());
    }

    FileLine file(Moment.Proof file, String what) {
        String taken = String.join(" ", Objects.toString(file.takenOn(), ""), Objects.toString(file.place(), ""));
        return new FileLine(
                what,
                file.fileName(),
                "removed".equals(file.state()) ? null : "/api/evidence/" + file.id() + "/content",
                file.sha256(),
                words.unit(file.unit()),
                words.value("criterion", file.criterion()),
                taken.strip());
    }

    private PaperView paper(Moment.Paper paper) {
        return new PaperView(
                paper.step(),
                paper.at(),
                Objects.requireNonNullElse(paper.name(), "任务表单"),
                paper.actorName(),
                words.person(paper.onBehalfOf()),
                papers.lines(paper));
    }

    private LetterLine letter(Moment.Letter letter) {
        return new LetterLine(
                letter.at(), words.groups(List.of(letter.group())), letter.title(), letter.text(), letter.readBy());
    }

    private List<Told> told(Difference changed) {
        return changed.facts().stream()
                .filter(fact -> FactWords.of(fact.type()) != null)
                .map(fact -> new Told(FactWords.of(fact.type()), words.unit(fact.unit()), details.of(fact.data())))
                .toList();
    }

    private State state(Shown shown) {
        Moment now = shown.state();
        Map<String, Object> fields = now.fields();
        boolean letter = letters.concerns(fields);
        return new State(
                words.value("title", fields.get("title")),
                label(fields, letter),
                (letter ? letters.order() : words.order())
                        .stream()
                                .filter(field -> fields.get(field) != null)
                                .map(field ->
                                        change(new Difference.FieldChange(field, null, fields.get(field)), letter))
                                .toList(),
                now.runs().stream().flatMap(run -> waiting(run).stream()).toList(),
                now.runs().stream().flatMap(this::underway).distinct().toList(),
                now.limits().stream().map(StepViews::limit).toList(),
                now.files().stream()
                        .filter(file -> !"removed".equals(file.state()))
                        .map(file -> file(file, null))
                        .toList(),
                now.papers().stream().map(this::paper).toList(),
                now.requests().stream().map(details::request).toList(),
                now.objections().stream().map(DetailWords::objection).toList(),
                now.messages().stream().map(this::letter).toList(),
                now.documents().stream().map(documents::view).toList(),
                runs(shown));
    }

    // A card has its state under another name.
    private String label(Map<String, Object> fields, boolean letter) {
        if (letter) {
            return letters.value("state", fields.get("state"));
        }
        return fields.get("state") == null
                ? words.value("cardState", fields.get("cardState"))
                : words.value("state", fields.get("state"));
    }

    private Stream<String> underway(Run run) {
        return run.underway().stream()
                .map(element -> run.tokens().stream()
                        .filter(token -> element.equals(token.element()) && token.name() != null)
                        .map(Run.Token::name)
                        .findFirst()
                        .orElse(names.all().get(element)))
                .filter(Objects::nonNull)
                .map(name -> "“" + name + "”之后由系统流转（" + models.name(run.definition()) + "）");
    }

    private List<TokenLine> waiting(Run run) {
        return run.tokens().stream()
                .filter(token -> !NOT_WAITED_AT.contains(token.type()))
                .map(token -> new TokenLine(
                        Objects.requireNonNullElse(token.name(), "流程节点"),
                        models.name(run.definition()),
                        words.groups(token.groups()),
                        words.person(token.assignee()),
                        token.dueAt(),
                        token.sinceStep()))
                .toList();
    }

    private static LimitNow limit(Moment.Limit limit) {
        String state =
                switch (limit.state()) {
                    case "standing" -> "挂账中";
                    case "met" -> "已办结";
                    case "voided" -> "已取消";
                    default -> "计算中";
                };
        return new LimitNow(limit.name(), limit.dueOn(), limit.originalDueOn(), state, limit.open(), limit.moves());
    }

    private List<RunView> runs(Shown shown) {
        List<RunView> views = new ArrayList<>();
        Map<String, Integer> counted = new HashMap<>();
        for (Run run : shown.state().runs()) {
            int nth = counted.merge(String.valueOf(run.key()), 1, Integer::sum);
            String name = models.name(run.definition());
            views.add(new RunView(
                    run.process(),
                    run.definition(),
                    nth == 1 ? name : name + "（第 " + nth + " 次）",
                    run.endedAtStep() == null,
                    Stream.concat(run.tokens().stream().map(Run.Token::element), run.underway().stream())
                            .distinct()
                            .toList(),
                    List.copyOf(run.done().keySet()),
                    List.copyOf(run.flows().keySet()),
                    shown.difference().flows().stream()
                            .filter(flow -> run.process().equals(flow.process()))
                            .map(Difference.Moved::element)
                            .distinct()
                            .toList(),
                    run.done().entrySet().stream()
                            .filter(one -> one.getValue() > 1)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
        }
        return views;
    }
}
