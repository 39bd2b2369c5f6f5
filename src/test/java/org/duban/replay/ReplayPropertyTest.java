package org.duban.replay;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever an office does, the replay of a moment shows what the case's own file showed at that moment. */
@DubanTest
class ReplayPropertyTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final int STEPS = 25;
    private static final Actor COORDINATOR = Actor.of("coordinator", "杨月娥");

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    OfficeHours hours;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private Random random;

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
        Witness witness = new Witness(application, office, () -> fields(office.file()));
        witness.looks("registered");
        for (int step = 0; step < STEPS && office.state() != ProblemState.CLOSED; step++) {
            witness.looks(act());
        }
        witness.findsItAllAgain();
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

    private static Map<String, String> fields(ProblemFile file) {
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
        return fields;
    }
}
