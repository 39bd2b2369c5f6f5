package org.duban.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.SubjectUnits;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.notice.Messages;
import org.duban.problem.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a monthly round through the real engine. Each test has a year of its own. */
@DubanTest
class MonthlyRoundTest {

    private static final String UNIT = "35050031";
    private static final String OTHER = "35050032";

    @Autowired
    ApplicationContext application;

    @Autowired
    RoundService service;

    @Autowired
    Rounds rounds;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient db;

    @Autowired
    RoundListener heard;

    @Autowired
    Messages release;

    @Autowired
    @Qualifier("roundDates") SubjectUnits subjects;

    private RoundOffice office;

    @BeforeEach
    void begin() {
        office = new RoundOffice(application);
    }

    @AfterEach
    void leaveNoRoundOpen() {
        office.tidy();
    }

    @Test
    void openedByHandEveryUnitGetsOneTaskForAllItsProblems() {
        office.at("2027-03-25T09:00:00").problems(UNIT, "甲", 3, LocalDate.of(2027, 12, 31));
        office.problems(OTHER, "乙", 1, LocalDate.of(2027, 12, 31));

        Round round = office.open("2027-03");

        assertThat(round.no()).isEqualTo(CaseNo.of("DD2027-000003"));
        assertThat(round.title()).isEqualTo("2027年3月调度");
        assertThat(office.task(round, UNIT).getTaskDefinitionKey()).isEqualTo("UserTask_ReportRound");
        assertThat(office.table(round, UNIT)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(tasks.getVariable(office.task(round, UNIT).getId(), "case")).isEqualTo("DD2027-000003 2027年3月调度");
        assertThat(office.list("clerk" + UNIT, round))
                .containsExactly(office.task(round, UNIT).getId());
        assertThat(office.list("clerk" + OTHER, round))
                .containsExactly(office.task(round, OTHER).getId());
        assertThat(subjects.of(round.no())).contains(UnitCode.of(UNIT), UnitCode.of(OTHER));
    }

    @Test
    void itsTwoDaysStandInTheLedgerAndTheTaskIsDueOnTheFirst() {
        office.at("2026-03-02T09:00:00").problems(UNIT, "丙", 1, LocalDate.of(2027, 12, 31));
        Round round = office.open("2026-03");

        // 2 March is a Monday: five working days later is Monday the 9th, three more Thursday the 12th.
        assertThat(round.reportDueOn()).isEqualTo("2026-03-09");
        assertThat(round.cutOffOn()).isEqualTo("2026-03-12");
        assertThat(office.task(round, UNIT).getDueDate().toInstant()).isEqualTo("2026-03-09T10:00:00Z");
        assertThat(ledger.current(round.no()))
                .extracting(LedgerEntry::rule)
                .contains("UserTask_ReportRound", "roundCutOff");
        office.fireCutOff(round);
        assertThat(office.now(round).frozenAt()).isEqualTo("2026-03-12T16:00:00Z");
        assertThat(ledger.current(round.no())).isEmpty();
    }

    @Test
    void theRoundEndsAtTheFreezeEvenWhenAllHaveReported() {
        office.at("2031-03-25T09:00:00").problems(UNIT, "庚", 2, LocalDate.of(2031, 12, 31));
        Round round = office.open("2031-03");
        for (RoundUnit unit : rounds.units(round.no())) {
            String code = unit.unit().value();
            office.reports(round, code, office.form(round, code, "已完成管网排查", 40));
        }

        assertThat(rounds.units(round.no())).allMatch(unit -> unit.state() == UnitState.REPORTED);
        assertThat(office.running(round)).isTrue();

        office.fireCutOff(round);
        assertThat(office.now(round).frozen()).isTrue();
        assertThat(office.running(round)).isFalse();
        assertThat(ledger.all(round.no()))
                .filteredOn(entry -> entry.key().endsWith("/report"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metAt()).isNotNull());
    }

    @Test
    void whoHasNotReportedAtTheFreezeIsSilentAndTheTaskIsGone() {
        office.at("2032-03-25T09:00:00").problems(UNIT, "辛", 1, LocalDate.of(2032, 12, 31));
        office.problems(OTHER, "壬", 1, LocalDate.of(2032, 12, 31));
        Round round = office.open("2032-03");
        office.reports(round, UNIT, office.form(round, UNIT, "已完成管网排查", 40));

        office.freeze(round);

        assertThat(office.unit(round, UNIT).state()).isEqualTo(UnitState.REPORTED);
        assertThat(office.unit(round, UNIT).settledBy().username()).isEqualTo("clerk" + UNIT);
        assertThat(office.unit(round, OTHER).state()).isEqualTo(UnitState.SILENT);
        assertThat(office.unit(round, OTHER).settledBy()).isNull();
        assertThat(office.task(round, OTHER)).isNull();
        assertThat(office.running(round)).isFalse();
        assertThat(ledger.current(round.no())).isEmpty();
    }

    @Test
    void afterTheLastDayAndBeforeTheFreezeAReportIsLate() {
        office.at("2033-03-25T09:00:00").problems(UNIT, "癸", 1, LocalDate.of(2033, 12, 31));
        Round round = office.open("2033-03");
        office.at(round.reportDueOn().plusDays(1) + "T08:00:00");

        office.reports(round, UNIT, office.form(round, UNIT, "已完成管网排查", 40));

        assertThat(office.unit(round, UNIT).state()).isEqualTo(UnitState.LATE);
    }

    @Test
    void afterTheFreezeAReportIsRefusedAndSentToTheNextMonth() {
        office.at("2034-03-27T09:00:00").problems(UNIT, "子", 1, LocalDate.of(2034, 12, 31));
        Round round = office.open("2034-03");
        String form = office.form(round, UNIT, "已完成管网排查", 40);
        service.freeze(round.no(), RoundOffice.COORDINATOR);

        // The process follows a moment later; the freeze holds already.
        assertThatThrownBy(() -> tasks.complete(office.task(round, UNIT).getId(), Map.of("form", form)))
                .hasStackTraceContaining("2034年3月调度已于 2034-03-27 09:00 冻结，不能再填报。这些变化请在下一个月的月调度中填写。");
        office.runJobs(round);
        assertThat(office.unit(round, UNIT).state()).isEqualTo(UnitState.SILENT);
    }

    @Test
    void whatIsFrozenCannotBeChangedByAnybody() {
        office.at("2035-03-26T09:00:00").problems(UNIT, "丑", 1, LocalDate.of(2035, 12, 31));
        Round round = office.open("2035-03");
        office.freeze(round);

        for (String statement : List.of(
                "update round_item set planned = 1 where no = :no",
                "delete from round_item where no = :no",
                "update round_unit set state = 'OPEN', settled_at = null where no = :no",
                "update round set frozen_at = null, frozen_by = null, frozen_by_name = null where no = :no")) {
            assertThatThrownBy(() ->
                            db.sql(statement).param("no", round.no().value()).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("is frozen");
        }
    }

    @Test
    void unchangedRowsStoreNothingAndChangedOnesOnlyTheirDifference() {
        List<CaseNo> own = office.at("2036-03-25T09:00:00").problems("35050033", "寅", 3, LocalDate.of(2036, 12, 31));
        Round march = office.open("2036-03");
        office.reports(march, "35050033", office.form(march, "35050033", "完成排查，正在改造", 90));
        office.freeze(march);
        office.at("2036-04-25T09:00:00");
        Round april = office.open("2036-04");

        RoundItem row = office.row(april, "35050033", own.get(0));
        assertThat(row.last())
                .isEqualTo(new RoundItem.Last(YearMonth.of(2036, 3), "完成排查，正在改造", 90, ItemStatus.ON_SCHEDULE, null));
        office.reports(
                april,
                "35050033",
                RoundOffice.form(List.of(
                        RoundOffice.unchanged(own.get(0)),
                        RoundOffice.said(own.get(1), "完成排查，正在改造", 95),
                        RoundOffice.said(own.get(2), "完成排查，正在改造", 90))));

        assertThat(stored(april, own.get(0))).isEqualTo("true/null/null/null");
        assertThat(stored(april, own.get(1))).isEqualTo("false/null/95/null");
        assertThat(stored(april, own.get(2))).isEqualTo("true/null/null/null");
        RoundItem.Said said = office.row(april, "35050033", own.get(1)).said();
        assertThat(said.text()).isEqualTo("完成排查，正在改造");
        assertThat(said.textOf()).isEqualTo(YearMonth.of(2036, 3));
        assertThat(said.actual()).isEqualTo(95);

        // A silent month changes nothing of what is carried forward.
        office.freeze(april);
        office.at("2036-05-26T09:00:00");
        Round may = office.open("2036-05");
        office.freeze(may);
        office.at("2036-06-25T09:00:00");
        RoundItem.Last last =
                office.row(office.open("2036-06"), "35050033", own.get(1)).last();
        assertThat(last.text()).isEqualTo("完成排查，正在改造");
        assertThat(last.actual()).isEqualTo(95);
    }

    private String stored(Round round, CaseNo problem) {
        return db.sql("select coalesce(unchanged::text, 'null') || '/' || coalesce(text, 'null') || '/'"
                        + " || coalesce(actual::text, 'null') || '/' || coalesce(issue, 'null')"
                        + " from round_item where no = :no and problem_no = :problem")
                .param("no", round.no().value())
                .param("problem", problem.value())
                .query(String.class)
                .single();
    }

    @Test
    void behindScheduleInTwoRoundsRunningIsSaidOnceForTheSecond() {
        List<CaseNo> own = office.at("2037-03-25T09:00:00").problems("35050034", "卯", 2, LocalDate.of(2037, 4, 1));
        Round march = office.open("2037-03");
        office.reports(march, "35050034", office.form(march, "35050034", "尚未开工", 0));
        // Opened on the day of registration nothing is due yet, so that nothing is behind.
        assertThat(office.row(march, "35050034", own.get(0)).said().status()).isEqualTo(ItemStatus.ON_SCHEDULE);
        office.freeze(march);

        office.at("2037-04-27T09:00:00");
        Round april = office.open("2037-04");
        office.reports(april, "35050034", office.form(april, "35050034", "尚未开工", 0));
        office.freeze(april);
        assertThat(heard.behind(own.get(0))).isZero();

        office.at("2037-05-25T09:00:00");
        Round may = office.open("2037-05");
        office.reports(
                may,
                "35050034",
                RoundOffice.form(
                        List.of(RoundOffice.unchanged(own.get(0)), RoundOffice.said(own.get(1), "全部完成", 100))));
        assertThat(heard.behind(own.get(0))).isZero();
        office.freeze(may);
        service.freeze(may.no(), RoundOffice.COORDINATOR);

        assertThat(heard.behind(own.get(0))).isOne();
        assertThat(heard.behind(own.get(1))).isZero();
        assertThat(rounds.behindTwice(may.no())).contains(own.get(0)).doesNotContain(own.get(1));
        assertThat(rounds.behindTwice(april.no())).doesNotContain(own.get(0));
    }

    @Test
    void unitsReportInTheSameMomentWithoutGettingInEachOthersWay() throws Exception {
        List<String> units = List.of("35050015", "35050016", "35050017", "35050018", "35050019", "35050020");
        office.at("2035-08-27T09:00:00");
        units.forEach(unit -> office.problem(unit, "午" + unit, Deadline.on(LocalDate.of(2035, 12, 31))));
        Round round = office.open("2035-08");
        ExecutorService clerks = Executors.newFixedThreadPool(units.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> reports = units.stream()
                    .<Future<?>>map(unit -> clerks.submit(() -> {
                        String form = office.form(round, unit, "已完成管网排查", 40);
                        start.await();
                        office.completes(round, unit, form);
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> report : reports) {
                report.get(60, TimeUnit.SECONDS);
            }
        } finally {
            clerks.shutdownNow();
        }
        office.runJobs(round);

        assertThat(units).allMatch(unit -> office.unit(round, unit).state() == UnitState.REPORTED);
        assertThat(units).allMatch(unit -> office.task(round, unit) == null);
        assertThat(office.running(round)).isTrue();
    }

    @Test
    void theSilentAreChasedOnceADay() {
        office.at("2038-03-25T09:00:00").problems(UNIT, "辰", 1, LocalDate.of(2038, 12, 31));
        office.problems(OTHER, "巳", 1, LocalDate.of(2038, 12, 31));
        Round round = office.open("2038-03");
        office.reports(round, UNIT, office.form(round, UNIT, "已完成管网排查", 40));

        assertThat(service.chaseSilent(round.no(), RoundOffice.COORDINATOR))
                .contains(UnitCode.of(OTHER))
                .doesNotContain(UnitCode.of(UNIT));
        assertThat(service.chaseSilent(round.no(), RoundOffice.COORDINATOR)).isEmpty();
        office.at("2038-03-26T09:00:00");
        assertThat(service.chaseSilent(round.no(), RoundOffice.COORDINATOR)).contains(UnitCode.of(OTHER));

        assertThat(heard.chased(round))
                .filteredOn(fact -> fact.unit().equals(UnitCode.of(OTHER)))
                .hasSize(2)
                .allSatisfy(fact -> assertThat(fact.type()).isEqualTo("round.unitChased"));
        assertThat(messages(round, "unit" + OTHER)).isEqualTo(2);
        assertThat(messages(round, "unit" + UNIT)).isZero();
        assertThat(office.unit(round, OTHER).chases()).isEqualTo(2);
        assertThat(office.unit(round, UNIT).chases()).isZero();
    }

    @Test
    void aChaseLeavesInWorkingHoursAndNotToAUnitThatHasReportedByThen() {
        office.at("2026-03-14T21:00:00").problems(UNIT, "申", 1, LocalDate.of(2027, 12, 31));
        office.problems(OTHER, "酉", 1, LocalDate.of(2027, 12, 31));
        // Saturday evening.
        Round round = office.open("2026-02");
        service.chaseSilent(round.no(), RoundOffice.COORDINATOR);
        release.release();
        assertThat(sent(round, "unit" + OTHER)).isZero();

        office.at("2026-03-16T07:50:00").reports(round, UNIT, office.form(round, UNIT, "已完成管网排查", 40));
        office.at("2026-03-16T08:00:00");
        release.release();

        assertThat(sent(round, "unit" + OTHER)).isOne();
        assertThat(sent(round, "unit" + UNIT)).isZero();
    }

    private int messages(Round round, String group) {
        return count("select count(*) from message where case_no = :no and candidate_group = :group", round, group);
    }

    private int sent(Round round, String group) {
        return count(
                "select count(*) from message where case_no = :no and candidate_group = :group and left_at is not null",
                round,
                group);
    }

    private int count(String sql, Round round, String group) {
        return db.sql(sql)
                .param("no", round.no().value())
                .param("group", group)
                .query(Integer.class)
                .single();
    }
}
