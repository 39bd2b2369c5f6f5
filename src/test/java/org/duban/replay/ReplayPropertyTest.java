package org.duban.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.OfficeHours;
import org.duban.kernel.Actor;
import org.duban.launch.CityClock;
import org.duban.problem.AnyHand;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.ProblemFile;
import org.duban.problem.ProblemState;
import org.duban.replay.Moment.Limit;
import org.duban.replay.Moment.Proof;
import org.duban.replay.Replay.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever an office does, the replay of a moment shows what the case's own file showed at that moment. */
@DubanTest
class ReplayPropertyTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final int STEPS = 25;
    private static final Actor COORDINATOR = Actor.of("coordinator", "杨月娥");

    @Autowired
    ApplicationContext application;

    @Autowired
    Replay replay;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    OfficeHours hours;

    @Autowired
    CityClock clock;

    private final Map<Long, Seen> seen = new LinkedHashMap<>();
    private final List<String> log = new ArrayList<>();
    private CaseDriver office;
    private Random random;

    /** What an office could see of the case at a moment. */
    private record Seen(
            Map<String, String> fields,
            List<String> tasks,
            Map<String, String> limits,
            List<String> files,
            String story) {}

    static Stream<Long> seeds() {
        return Stream.of(3L, 7L, 21L);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theReplayOfAMomentIsWhatTheFileShowedThen(long seed) {
        random = new Random(seed);
        clock.freezeAt(hours.opening(LocalDate.of(2026, 3, 2)));
        office = new CaseDriver(application)
                .register(CaseDriver.row("回放-" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 6, 30))));
        look("registered");
        for (int step = 0; step < STEPS && office.state() != ProblemState.CLOSED; step++) {
            look(act());
        }

        String no = office.no().value();
        seen.forEach((step, then) -> {
            Shown shown = replay.step(no, step).orElseThrow();
            Moment state = shown.state();
            assertThat(essentials(state.fields())).as(then.story()).isEqualTo(then.fields());
            assertThat(tasks(state)).as(then.story()).isEqualTo(then.tasks());
            assertThat(limits(state)).as(then.story()).isEqualTo(then.limits());
            assertThat(state.files().stream().map(Proof::sha256).sorted().toList())
                    .as(then.story())
                    .isEqualTo(then.files());
        });
    }

    private String act() {
        return switch (random.nextInt(9)) {
            case 0 ->
                move(entry -> moves.extend(
                        entry.caseNo(),
                        entry.id(),
                        entry.currentDueOn().plusDays(1 + random.nextInt(20)),
                        "延期",
                        null,
                        COORDINATOR));
            case 1 ->
                move(entry -> {
                    if (!entry.course().suspended()) {
                        moves.suspend(entry.caseNo(), entry.id(), office.today().plusDays(9), "挂账", null, COORDINATOR);
                    }
                });
            case 2 -> move(entry -> moves.resume(entry.caseNo(), entry.id(), "恢复", null, COORDINATOR));
            case 3 -> office.state() == ProblemState.PUBLIC_NOTICE ? objection() : daysPass();
            case 4 -> daysPass();
            default -> {
                String done = AnyHand.takes(office, random);
                yield done == null ? daysPass() : done;
            }
        };
    }

    private interface Move {
        void on(LedgerEntry entry);
    }

    private String move(Move move) {
        List<LedgerEntry> open = ledger.current(office.no()).stream()
                .filter(entry -> !entry.course().followsSubject())
                .toList();
        if (!open.isEmpty()) {
            move.on(open.get(random.nextInt(open.size())));
        }
        return "deadline moved";
    }

    private String objection() {
        office.object("排口仍有异味");
        return "objection";
    }

    private String daysPass() {
        clock.freezeAt(hours.opening(office.today().plusDays(1 + random.nextInt(12))));
        office.fireDueTimers();
        return "days pass";
    }

    private void look(String what) {
        log.add(what);
        long step = replay.overview(office.no().value()).orElseThrow().steps().size();
        ProblemFile file = office.file();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", file.state().name());
        fields.put("title", file.title());
        fields.put("leadUnit", file.leadUnit() == null ? null : file.leadUnit().code());
        fields.put(
                "responsibleUnits",
                file.responsibleUnits().isEmpty()
                        ? null
                        : file.responsibleUnits().stream()
                                .map(ProblemFile.UnitName::code)
                                .toList()
                                .toString());
        fields.put("dueOn", Objects.toString(file.dueOn(), null));
        fields.put("rectification", String.valueOf(file.rectification()));
        fields.put("attempt", String.valueOf(file.attempt()));
        fields.put("returns", file.returnCount() == 0 ? null : String.valueOf(file.returnCount()));
        fields.put("rectifiedAt", Objects.toString(file.rectifiedAt(), null));
        fields.put("struckOffAt", Objects.toString(file.struckOffAt(), null));
        Map<String, String> limits = ledger.current(office.no()).stream()
                .collect(Collectors.toMap(
                        entry -> entry.id() + " " + entry.name(),
                        entry -> entry.currentDueOn() + (entry.course().suspended() ? " standing" : "")));
        seen.put(
                step,
                new Seen(
                        fields,
                        office.tasks().stream()
                                .map(ReplayPropertyTest::inHand)
                                .sorted()
                                .toList(),
                        limits,
                        evidence(),
                        String.join(" / ", log)));
    }

    private List<String> evidence() {
        return application
                .getBean(JdbcClient.class)
                .sql("select sha256 from evidence where case_no = :no order by sha256")
                .param("no", office.no().value())
                .query(String.class)
                .list();
    }

    private static String inHand(Task task) {
        return task.getTaskDefinitionKey() + " " + task.getId() + " "
                + (task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private static Map<String, String> essentials(Map<String, Object> fields) {
        Map<String, String> essentials = new LinkedHashMap<>();
        for (String name : List.of(
                "state",
                "title",
                "leadUnit",
                "responsibleUnits",
                "dueOn",
                "rectification",
                "attempt",
                "returns",
                "rectifiedAt",
                "struckOffAt")) {
            essentials.put(name, Objects.toString(fields.get(name), null));
        }
        return essentials;
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
