package org.duban.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves tokens as the engine said it moved them. */
final class Runs {

    private final Map<String, Running> runs = new LinkedHashMap<>();
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private static final class Running {

        private final String process;
        private final long startedAtStep;
        private final Map<String, Standing> tokens = new LinkedHashMap<>();
        private final Map<String, String> jobs = new LinkedHashMap<>();
        private final Map<String, Integer> done = new LinkedHashMap<>();
        private final Map<String, Integer> flows = new LinkedHashMap<>();
        private String definition;
        private Long endedAtStep;

        private Running(String process, String definition, long step) {
            this.process = process;
            this.definition = definition;
            this.startedAtStep = step;
        }
    }

    private record Standing(String element, String name, String type, long sinceStep) {}

    /** A task somebody has in hand; who may take it is said of the task, where it stands of its activity. */
    private static final class Work {

        private final Set<String> groups = new LinkedHashSet<>();
        private String activity;
        private String assignee;
        private Instant dueAt;
    }

    /** Takes in one event of a step; facts move no token. */
    void apply(Happening event, long step) {
        if (event.process() == null) {
            return;
        }
        Running run = runs.computeIfAbsent(event.process(), process -> new Running(process, event.definition(), step));
        if (event.kind().endsWith(".migrate") && event.definition() != null) {
            run.definition = event.definition();
        }
        switch (event.kind()) {
            case "process.end" -> end(run, step);
            case "activity.start", "activity.migrate" -> start(run, event, step);
            case "activity.end" -> leave(run, event);
            case "flow" -> run.flows.merge(event.text("element"), 1, Integer::sum);
            case "task.create", "task.update", "task.migrate" -> work(event);
            case "task.complete", "task.delete" -> works.remove(event.text("task"));
            case "link.add", "link.delete" -> link(event);
            case "job.create" -> underway(run, event);
            case "job.success", "job.delete" -> run.jobs.remove(event.text("job"));
            default -> {
                // Variables and the rest move no token.
            }
        }
    }

    // A timer waits for its day; what has none goes on at once.
    private static void underway(Running run, Happening event) {
        if (event.text("due") == null && event.text("element") != null) {
            run.jobs.put(event.text("job"), element(event));
        }
    }

    private static void end(Running run, long step) {
        run.tokens.clear();
        run.jobs.clear();
        run.endedAtStep = step;
    }

    private void start(Running run, Happening event, long step) {
        String element = element(event);
        Standing before = run.tokens.get(event.text("activity"));
        if (event.text("name") != null) {
            names.put(element, event.text("name"));
        }
        run.tokens.put(
                event.text("activity"),
                new Standing(
                        element, event.text("name"), event.text("type"), before == null ? step : before.sinceStep()));
    }

    private static void leave(Running run, Happening event) {
        run.tokens.remove(event.text("activity"));
        run.done.merge(element(event), 1, Integer::sum);
    }

    // The body of a multi-instance activity is drawn as the activity itself.
    private static String element(Happening event) {
        String element = String.valueOf(event.text("element"));
        int body = element.indexOf('#');
        return body < 0 ? element : element.substring(0, body);
    }

    private void work(Happening event) {
        Work work = works.computeIfAbsent(event.text("task"), task -> new Work());
        work.activity = event.text("activity");
        work.assignee = event.text("assignee");
        work.dueAt = event.moment("due");
    }

    private void link(Happening event) {
        String group = event.text("group");
        if (group == null || event.text("task") == null || !"candidate".equals(event.text("type"))) {
            return;
        }
        Set<String> groups = works.computeIfAbsent(event.text("task"), task -> new Work()).groups;
        if (event.is("link.add")) {
            groups.add(group);
        } else {
            groups.remove(group);
        }
    }

    /** The name of an element as far as a token has stood on it. */
    String name(String element) {
        return names.get(element);
    }

    List<Run> now() {
        Map<String, Map.Entry<String, Work>> byActivity = new LinkedHashMap<>();
        works.entrySet().stream()
                .filter(work -> work.getValue().activity != null)
                .forEach(work -> byActivity.put(work.getValue().activity, work));
        List<Run> now = new ArrayList<>();
        for (Running run : runs.values()) {
            List<Run.Token> tokens = new ArrayList<>();
            run.tokens.forEach((activity, standing) -> tokens.add(token(standing, byActivity.get(activity))));
            now.add(new Run(
                    run.process,
                    key(run.definition),
                    run.definition,
                    run.startedAtStep,
                    run.endedAtStep,
                    tokens,
                    run.jobs.values().stream().distinct().toList(),
                    Map.copyOf(run.done),
                    Map.copyOf(run.flows)));
        }
        return now;
    }

    private static Run.Token token(Standing standing, Map.Entry<String, Work> work) {
        Collection<String> groups = work == null ? List.of() : work.getValue().groups;
        return new Run.Token(
                standing.element(),
                standing.name(),
                standing.type(),
                work == null ? null : work.getKey(),
                List.copyOf(groups),
                work == null ? null : work.getValue().assignee,
                work == null ? null : work.getValue().dueAt,
                standing.sinceStep());
    }

    // An id of a definition reads key:version:id.
    static String key(String definition) {
        int colon = definition == null ? -1 : definition.indexOf(':');
        return colon < 0 ? definition : definition.substring(0, colon);
    }
}
