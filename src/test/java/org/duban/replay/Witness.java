package org.duban.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.duban.deadline.DeadlineLedger;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.duban.problem.CaseDriver;
import org.duban.replay.Moment.Limit;
import org.duban.replay.Moment.Proof;
import org.duban.replay.Replay.Shown;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at a case after every action, as an office could, and finds each look again in the replay of that moment. */
public final class Witness {

    private final Replay replay;
    private final DeadlineLedger ledger;
    private final Papers papers;
    private final JdbcClient database;
    private final CaseDriver office;
    private final Supplier<Map<String, String>> file;
    private final Map<Long, Seen> seen = new LinkedHashMap<>();
    private final List<String> log = new ArrayList<>();
    private final Set<String> elements = new TreeSet<>();

    /** @param file the case's own file, by the names the record gives its fields */
    public Witness(ApplicationContext application, CaseDriver office, Supplier<Map<String, String>> file) {
        this.replay = application.getBean(Replay.class);
        this.ledger = application.getBean(DeadlineLedger.class);
        this.papers = application.getBean(Papers.class);
        this.database = application.getBean(JdbcClient.class);
        this.office = office;
        this.file = file;
    }

    /** What an office could see of the case at a moment. */
    private record Seen(
            Map<String, String> fields,
            List<String> tasks,
            Map<String, String> limits,
            List<String> files,
            List<String> papers,
            String story) {}

    /** @param what was done just now */
    public void looks(String what) {
        log.add(what);
        List<Task> waiting = office.tasks();
        waiting.forEach(task -> elements.add(task.getTaskDefinitionKey()));
        // Reading the file may be recorded as well, so the steps are counted first.
        long step = replay.overview(office.no().value()).orElseThrow().steps().size();
        seen.put(
                step,
                new Seen(
                        file.get(),
                        waiting.stream().map(Witness::inHand).sorted().toList(),
                        limits(),
                        evidence(),
                        papers.of(office.no()).stream()
                                .map(Paper::number)
                                .sorted()
                                .toList(),
                        story()));
    }

    /** The tasks that waited for somebody at any time so far. */
    public Set<String> elements() {
        return elements;
    }

    /** How often the case looked different. */
    public int moments() {
        return seen.size();
    }

    public String story() {
        return office.no() + ": " + String.join(" / ", log);
    }

    /** Whether the replay of every moment shows what was seen then. */
    public void findsItAllAgain() {
        seen.forEach((step, then) -> {
            Shown shown = replay.step(office.no().value(), step).orElseThrow();
            Moment state = shown.state();
            assertThat(fields(state, then.fields().keySet())).as(then.story()).isEqualTo(then.fields());
            assertThat(tasks(state)).as(then.story()).isEqualTo(then.tasks());
            assertThat(limits(state)).as(then.story()).isEqualTo(then.limits());
            assertThat(state.files().stream().map(Proof::sha256).sorted().toList())
                    .as(then.story())
                    .isEqualTo(then.files());
            assertThat(state.documents().stream()
                            .map(Moment.Document::number)
                            .sorted()
                            .toList())
                    .as(then.story())
                    .isEqualTo(then.papers());
        });
    }

    private Map<String, String> limits() {
        return ledger.current(office.no()).stream()
                .collect(Collectors.toMap(
                        entry -> entry.id() + " " + entry.name(),
                        entry -> entry.currentDueOn() + (entry.course().suspended() ? " standing" : "")));
    }

    private List<String> evidence() {
        return database.sql("select sha256 from evidence where case_no = :no order by sha256")
                .param("no", office.no().value())
                .query(String.class)
                .list();
    }

    private static String inHand(Task task) {
        return task.getTaskDefinitionKey() + " " + task.getId() + " "
                + (task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private static Map<String, String> fields(Moment state, Set<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        names.forEach(name -> fields.put(name, Objects.toString(state.fields().get(name), null)));
        return fields;
    }

    private static List<String> tasks(Moment state) {
        return state.runs().stream()
                .flatMap(run -> run.tokens().stream())
                .filter(token -> token.task() != null)
                .map(token -> token.element() + " " + token.task() + " " + token.dueAt())
                .sorted()
                .toList();
    }

    private static Map<String, String> limits(Moment state) {
        return state.limits().stream()
                .filter(Limit::open)
                .collect(Collectors.toMap(
                        limit -> limit.id() + " " + limit.name(),
                        limit -> limit.dueOn() + ("standing".equals(limit.state()) ? " standing" : "")));
    }
}
