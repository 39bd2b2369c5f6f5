package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.OfficeHours;
import org.duban.deadline.request.Ask;
import org.duban.deadline.request.RequestKind;
import org.duban.deadline.request.Requests;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.launch.CityClock;
import org.duban.replay.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Whatever happens to a letter, the replay of a moment shows what the letter's file answered at that moment. */
@DubanTest
class LetterReplayPropertyTest {

    private static final int STEPS = 25;
    private static final int BATCH = 85;
    private static final Actor DESK = Actor.of(LetterDriver.COORDINATOR, "杨月娥");
    private static final Set<PetitionState> OVER = EnumSet.of(PetitionState.CLOSED, PetitionState.DECLINED);

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    Requests requests;

    @Autowired
    EngineIdentity identity;

    @Autowired
    OfficeHours hours;

    @Autowired
    CityClock clock;

    @Autowired
    MockMvc web;

    private LetterDriver letter;
    private LetterDriver main;
    private Random random;

    /** Seeds with the rarer tasks their walks come by. */
    static Stream<Arguments> seeds() {
        return Stream.of(
                arguments(8L, Set.of("UserTask_AppointUnit", "UserTask_ArbitratePetition", "UserTask_CallBack")),
                arguments(12L, Set.of("UserTask_TakeUpCase", "UserTask_ConcludeCase", "UserTask_SignFindings")),
                arguments(26L, Set.of("UserTask_CombineAnswer", "UserTask_ReportProgress", "UserTask_AssessProgress")));
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theReplayOfAMomentIsWhatTheFileAnsweredThen(long seed, Set<String> elements) {
        random = new Random(seed);
        clock.freezeAt(hours.opening(LocalDate.of(2085, 3, 1)));
        main = new LetterDriver(application).batchLetter(BATCH, null, "晋江市陈埭镇鞋厂夜间排放刺鼻气味。");
        letter = register();
        Witness witness = new Witness(application, letter.office(), () -> LetterAnswered.to(web, letter.no()));
        witness.looks("registered");
        for (int step = 0; step < STEPS && !OVER.contains(letter.state()); step++) {
            witness.looks(act());
        }
        witness.findsItAllAgain();
        assertThat(witness.elements()).as(witness.story()).containsAll(elements);
    }

    private LetterDriver register() {
        LetterDriver driver = new LetterDriver(application);
        return switch (random.nextInt(4)) {
            case 0 -> driver.platformLetter(LetterDriver.named());
            case 1 -> driver.batchLetter(BATCH, null, "南安市水头镇石材厂粉尘扰民。");
            default -> driver.batchLetter(BATCH, LetterDriver.named(), "晋江市陈埭镇鞋厂异味扰民。");
        };
    }

    private String act() {
        return switch (random.nextInt(12)) {
            case 0 ->
                move(entry -> moves.extend(
                        entry.caseNo(),
                        entry.id(),
                        entry.currentDueOn().plusDays(1 + random.nextInt(20)),
                        "延期",
                        null,
                        DESK));
            case 1 -> asksForDays();
            case 2 -> daysPass();
            case 3 -> join();
            default -> {
                String done = AnyLetterHand.takes(letter, random);
                yield done == null ? goesOn() : done;
            }
        };
    }

    /** Nobody has a task: the letter waits for its publication, for its main letter, or for a day. */
    private String goesOn() {
        if (letter.state() == PetitionState.FOLDED) {
            if (random.nextBoolean()) {
                letter.splits();
                return "split off";
            }
            main.passed(LetterDriver.done());
            letter.office().runJobs();
            return "main letter passed";
        }
        if (random.nextInt(3) > 0) {
            letter.published();
            return "published";
        }
        return daysPass();
    }

    private String move(Consumer<LedgerEntry> move) {
        List<LedgerEntry> open = ledger.current(letter.no()).stream()
                .filter(entry -> !entry.course().followsSubject())
                .toList();
        if (!open.isEmpty()) {
            move.accept(open.get(random.nextInt(open.size())));
        }
        return "deadline moved";
    }

    private String asksForDays() {
        LedgerEntry answer = ledger.current(letter.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.ANSWER)
                .findFirst()
                .orElse(null);
        if (answer == null) {
            return daysPass();
        }
        Ask ask = new Ask(
                RequestKind.EXTENSION,
                answer.id(),
                answer.currentDueOn().plusDays(1 + random.nextInt(29)),
                null,
                null,
                "监测未出结果",
                "已完成六成");
        try {
            identity.asPerson("clerk" + LetterDriver.JINJIANG, () -> requests.ask(letter.no(), ask));
            letter.office().runJobs();
            return "asks for days";
        } catch (Refusal refused) {
            return "asks for days and is refused";
        }
    }

    private String join() {
        if (random.nextInt(3) > 0) {
            return daysPass();
        }
        letter.joins(main.no());
        return "joined";
    }

    private String daysPass() {
        clock.freezeAt(hours.opening(letter.office().today().plusDays(1 + random.nextInt(12))));
        while (letter.office().timers().stream()
                .anyMatch(timer -> !timer.getDuedate().toInstant().isAfter(clock.instant()))) {
            letter.office().fireNextTimer();
        }
        return "days pass";
    }
}
