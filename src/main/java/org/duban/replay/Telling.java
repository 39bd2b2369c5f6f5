package org.duban.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.replay.Difference.ByHand;
import org.duban.replay.Difference.Fault;
import org.duban.replay.Difference.FieldChange;
import org.duban.replay.Difference.FileChange;
import org.duban.replay.Difference.LimitChange;
import org.duban.replay.Difference.Moved;
import org.duban.replay.Difference.Told;

/** Tells a case from its first entry on: takes step after step in, and knows how the case stands now. */
final class Telling {

    private final String own;
    private final Runs runs = new Runs();
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Limits limits = new Limits();
    private final Files files = new Files();
    private final Asked asked = new Asked();
    private final List<Moment.Paper> papers = new ArrayList<>();
    private final Letters letters = new Letters();
    private final Documents documents = new Documents();

    /** @param own the case's number */
    Telling(String own) {
        this.own = own;
    }

    /** Takes in what happened in the step. */
    void apply(Step step, List<Happening> events) {
        for (Happening event : events) {
            runs.apply(event, step.step());
            if (event.is("form")) {
                papers.add(paper(step, event));
            } else if (event.is("fact")) {
                fact(step, event);
            }
        }
    }

    private void fact(Step step, Happening fact) {
        changes(fact).forEach(change -> {
            if (change.after() == null) {
                fields.remove(change.field());
            } else {
                fields.put(change.field(), change.after());
            }
        });
        limits.apply(fact);
        files.apply(fact);
        asked.apply(fact);
        letters.apply(step, fact);
        documents.apply(step, fact);
    }

    /** Takes in what happened in the step, and says what that changed. */
    Difference told(Step step, List<Happening> events) {
        List<FieldChange> changed = new ArrayList<>();
        List<LimitChange> moved = new ArrayList<>();
        for (Happening event : events) {
            for (FieldChange change : changes(event)) {
                changed.add(new FieldChange(change.field(), fields.get(change.field()), change.after()));
            }
            limits.change(event).ifPresent(moved::add);
        }
        int before = papers.size();
        apply(step, events);
        return new Difference(
                changed,
                moved(events, "activity.end"),
                moved(events, "flow"),
                moved(events, "activity.start"),
                moved,
                events.stream()
                        .filter(event -> event.fact().startsWith("evidence."))
                        .map(event -> new FileChange(event.fact(), files.of(event.data("id"))))
                        .toList(),
                List.copyOf(papers.subList(before, papers.size())),
                letters.sentIn(step),
                Rulings.of(events),
                events.stream()
                        .filter(event -> event.is("operation"))
                        .map(Telling::byHand)
                        .toList(),
                events.stream()
                        .filter(event -> event.is("job.fail") || event.is("incident.create"))
                        .map(event -> new Fault(event.text("element"), event.text("message")))
                        .toList(),
                events.stream()
                        .filter(event -> event.is("fact"))
                        .map(fact -> new Told(
                                fact.fact(), fact.text("unit"), fact.text("by"), fact.text("onBehalfOf"), fact.data()))
                        .toList(),
                Linked.of(own, events));
    }

    private static List<FieldChange> changes(Happening event) {
        List<FieldChange> changes = new ArrayList<>();
        event.map("changed").forEach((field, change) -> {
            Map<?, ?> sides = change instanceof Map<?, ?> map ? map : Map.of();
            changes.add(new FieldChange(field, sides.get("before"), sides.get("after")));
        });
        switch (event.fact()) {
            case "problem.noticeOpened" -> {
                changes.add(new FieldChange("noticeStartsOn", null, event.data("startsOn")));
                changes.add(new FieldChange("noticeEndsOn", null, event.data("endsOn")));
            }
            case "problem.lookBackPassed", "problem.lookBackFailed" ->
                changes.add(new FieldChange("lookBackFinding", null, event.data("finding")));
            default -> {
                // The fact says itself what it changed.
            }
        }
        return changes;
    }

    private Moment.Paper paper(Step step, Happening form) {
        String element = form.text("element");
        return new Moment.Paper(
                step.step(),
                step.at(),
                element,
                runs.name(element),
                step.actor(),
                step.actorName(),
                step.onBehalfOf(),
                form.values().get("filed"));
    }

    private List<Moved> moved(List<Happening> events, String kind) {
        return events.stream()
                .filter(event -> event.is(kind) && !"multiInstanceBody".equals(event.text("type")))
                .map(event -> new Moved(
                        event.process(),
                        event.text("element"),
                        event.text("name") == null ? runs.name(event.text("element")) : event.text("name"),
                        event.flag("canceled")))
                .toList();
    }

    private static ByHand byHand(Happening operation) {
        return new ByHand(
                operation.text("operation"),
                operation.text("entity"),
                operation.text("property"),
                operation.text("before"),
                operation.text("after"),
                operation.text("annotation"),
                operation.flag("intervention"));
    }

    Moment now() {
        return new Moment(
                new LinkedHashMap<>(fields),
                runs.now(),
                limits.now(),
                files.now(),
                List.copyOf(papers),
                asked.requests(),
                asked.objections(),
                letters.now(),
                documents.now());
    }

    /** Processes so far, without their insides. */
    List<Run> runs() {
        return runs.now();
    }
}
