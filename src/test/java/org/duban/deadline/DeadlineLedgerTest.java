package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class DeadlineLedgerTest {

    private static final CaseNo CASE = CaseNo.of("WT2025-900001");
    private static final LocalDate SUNDAY_THAT_WORKS = LocalDate.of(2025, 9, 28);

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineRules rules;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    CalendarLoading loading;

    @Autowired
    CityClock clock;

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void theBundledYearsAreLoadedAtTheFirstStart() {
        assertThat(calendars.current().years()).extracting(CalendarYear::year).contains(2022, 2023, 2024, 2025, 2026);
        assertThat(calendars.current().workingDays(2026)).isEqualTo(248);
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2022, 12, 31))).isFalse();
    }

    @Test
    void aDeadlineIsCountedByItsRuleAndSaysHow() {
        LedgerEntry entry =
                ledger.open(CASE, LedgerKind.TASK, "explained", "UserTask_AnswerObjection", SUNDAY_THAT_WORKS);
        assertThat(entry.originalDueOn()).isEqualTo("2025-10-11");
        assertThat(entry.currentDueOn()).isEqualTo("2025-10-11");
        assertThat(entry.provisional()).isFalse();
        DeadlineExplanation explained = ledger.explain(entry);
        assertThat(explained.trace()).hasSize(14);
        assertThat(explained.lines())
                .contains(
                        "自 2025-09-28（周日）起，5 个工作日，起算当日不计。",
                        "2025-10-01（周三）至2025-10-08（周三）：国庆节、中秋节放假，不计。",
                        "到期日 2025-10-11（周六）。");
        assertThat(explained.lines()).last().asString().contains("国办发明电〔2024〕12号");
    }

    @Test
    void openingTwiceIsOpeningOnce() {
        LedgerEntry first = ledger.open(CASE, LedgerKind.TASK, "twice", "UserTask_SignFor", SUNDAY_THAT_WORKS);
        LedgerEntry second =
                ledger.open(CASE, LedgerKind.TASK, "twice", "UserTask_SignFor", SUNDAY_THAT_WORKS.plusDays(9));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void openingAtTheSameMomentIsOpeningOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<LedgerEntry> open = () -> {
            together.await();
            return ledger.open(CASE, LedgerKind.TASK, "at once", "UserTask_SignFor", SUNDAY_THAT_WORKS);
        };
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<LedgerEntry>> both = pool.invokeAll(List.of(open, open));
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aGivenDayStandsAsItIs() {
        LedgerEntry entry = ledger.openUntil(
                CASE, LedgerKind.TASK, "given", "UserTask_ReportDone", SUNDAY_THAT_WORKS, LocalDate.of(2025, 12, 31));
        assertThat(entry.currentDueOn()).isEqualTo("2025-12-31");
        assertThat(ledger.explain(entry).lines()).last().asString().contains("2025-12-31（周三）");
    }

    @Test
    void monthsDependOnTheRisk() {
        assertThat(rules.due(SubjectKind.PROBLEM, DeadlineRules.lookBack("HIGH"), SUNDAY_THAT_WORKS)
                        .due())
                .isEqualTo("2025-12-28");
        assertThat(rules.due(SubjectKind.PROBLEM, DeadlineRules.lookBack("MEDIUM"), SUNDAY_THAT_WORKS)
                        .due())
                .isEqualTo("2026-03-28");
        assertThat(rules.due(SubjectKind.PROBLEM, DeadlineRules.lookBack("LOW"), SUNDAY_THAT_WORKS)
                        .due())
                .isEqualTo("2026-09-28");
        assertThat(rules.due(SubjectKind.PROBLEM, DeadlineRules.STANDING_REVIEW, SUNDAY_THAT_WORKS)
                        .due())
                .isEqualTo("2026-03-28");
    }

    @Test
    void theDefaultPublicNoticeIsTenWorkingDaysFromItsFirstDayOn() {
        assertThat(rules.due(SubjectKind.PROBLEM, DeadlineRules.PUBLIC_NOTICE, LocalDate.of(2023, 7, 27))
                        .due())
                .isEqualTo("2023-08-09");
    }

    @Test
    void aRuleThatIsNotSetUpIsAFaultAndNotAGuess() {
        assertThatThrownBy(() -> rules.of(CASE, "UserTask_Unknown"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UserTask_Unknown");
    }

    @Test
    void theDueDayLastsUntilMidnight() {
        clock.freezeAt(city("2025-09-30T23:59:59"));
        LedgerEntry entry = ledger.open(CASE, LedgerKind.TASK, "evening", "UserTask_SignFor", SUNDAY_THAT_WORKS);
        assertThat(entry.currentDueOn()).isEqualTo("2025-09-30");
        assertThat(entry.missed(clock.instant())).isFalse();
        assertThat(entry.missed(city("2025-10-01T00:00:00"))).isTrue();

        ledger.meet("evening", clock.instant());
        assertThat(ledger.byKey("evening").orElseThrow().missed(city("2026-01-01T00:00:00")))
                .isFalse();
    }

    @Test
    void metLateIsMissedAndMetOnce() {
        ledger.open(CASE, LedgerKind.TASK, "late", "UserTask_SignFor", SUNDAY_THAT_WORKS);
        ledger.meet("late", city("2025-10-09T09:00:00"));
        ledger.meet("late", city("2025-09-29T09:00:00"));
        ledger.voidDeadline("late", city("2025-10-10T09:00:00"));
        LedgerEntry entry = ledger.byKey("late").orElseThrow();
        assertThat(entry.metAt()).isEqualTo(city("2025-10-09T09:00:00"));
        assertThat(entry.voidedAt()).isNull();
        assertThat(entry.missed(city("2025-10-11T00:00:00"))).isTrue();
    }

    @Test
    void theOpenDeadlinesOfACaseComeNearestFirst() {
        CaseNo other = CaseNo.of("WT2025-900002");
        ledger.open(other, LedgerKind.TASK, "far", "UserTask_Verify", SUNDAY_THAT_WORKS);
        ledger.open(other, LedgerKind.TASK, "near", "UserTask_SignFor", SUNDAY_THAT_WORKS);
        ledger.open(other, LedgerKind.TASK, "gone", "UserTask_SignFor", SUNDAY_THAT_WORKS);
        ledger.voidDeadline("gone", city("2025-09-29T09:00:00"));
        assertThat(ledger.current(other)).extracting(LedgerEntry::key).containsExactly("near", "far");
        assertThat(ledger.all(other)).extracting(LedgerEntry::key).containsExactly("far", "near", "gone");
    }

    @Test
    void loadingAYearKeepsTheOldOneAndShowsBeforehandWhatWouldMove() {
        LedgerEntry entry = ledger.open(
                CaseNo.of("WT2034-900003"), LedgerKind.TASK, "moves", "UserTask_SignFor", LocalDate.of(2034, 9, 29));
        assertThat(entry.provisional()).isTrue();
        assertThat(entry.currentDueOn()).isEqualTo("2034-10-03");
        CalendarYear year = Calendars.year(
                2034,
                Calendars.holiday("2034-10-01", "国庆节"),
                Calendars.holiday("2034-10-02", "国庆节"),
                Calendars.holiday("2034-10-03", "国庆节"));

        YearPreview preview = loading.preview(year);
        assertThat(preview.moving())
                .containsExactly(new MovingDeadline(
                        entry.id(),
                        entry.caseNo(),
                        "签收",
                        entry.startOn(),
                        LocalDate.of(2034, 10, 3),
                        LocalDate.of(2034, 10, 5)));
        assertThat(calendars.current().isLoaded(2034)).isFalse();

        assertThat(loading.load(year, Actor.of("coordinator", "协调员")).moved()).isEqualTo(1);
        long loaded = calendars.current().version();
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2034, 10, 3))).isFalse();
        LedgerEntry moved = ledger.byKey("moves").orElseThrow();
        assertThat(moved.currentDueOn()).isEqualTo("2034-10-05");
        assertThat(moved.originalDueOn()).isEqualTo("2034-10-03");
        assertThat(moved.provisional()).isFalse();
        assertThat(ledger.explain(moved).lines())
                .contains("到期日 2034-10-03（周二）。")
                .anyMatch(line -> line.contains("协调员 载入放假安排：到期日由 2034-10-03 改为 2034-10-05"));

        loading.load(year, Actor.of("coordinator", "协调员"));
        assertThat(calendars.current().version()).isEqualTo(loaded);
    }

    @Test
    void fromNovemberOnAMissingNextYearIsAWarning() {
        clock.freezeAt(city("2026-10-31T12:00:00"));
        assertThat(loading.missingYear()).isEmpty();
        clock.freezeAt(city("2026-11-01T00:00:00"));
        assertThat(loading.missingYear()).contains(2027);
        clock.freezeAt(city("2025-12-01T00:00:00"));
        assertThat(loading.missingYear()).isEmpty();
        clock.freezeAt(city("2027-02-01T00:00:00"));
        assertThat(loading.missingYear()).contains(2027);
    }

    private static Instant city(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(Zones.CITY).toInstant();
    }
}
