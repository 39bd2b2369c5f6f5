package org.duban.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Actor;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.TaskForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code DeadlineWatch} from its timer to the last message, on a problem of its own. */
@DubanTest
class DeadlineWatchProcessTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    EngineIdentity identity;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcClient jdbc;

    private CaseDriver office;

    @BeforeEach
    void aProblemDueAtTheEndOfMarch() {
        new CaseDriver(application).on("2026-03-02");
        office = Journey.rectifying(
                application, CaseDriver.row("督办-" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 3, 31))));
    }

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void theTimerStartsTheWatchAndEveryRunEnds() {
        at("2026-03-24T08:00");
        Job timer = management.createJobQuery().processDefinitionKey("DeadlineWatch").timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
        identity.asApplication(() -> management.executeJob(timer.getId()));
        run();
        assertThat(said("unit350582")).containsExactly("整改时限还剩 7 天：晋江市梅溪河段水质不稳定");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("DeadlineWatch")
                        .count())
                .isZero();
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("DeadlineWatch")
                        .timers()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theUnitIsToldOfItsLimitAndTheCoordinatorOnceADay() {
        watchAt("2026-04-01T08:00");
        assertThat(said("unit350582")).containsExactly("整改时限已超期 1 天：晋江市梅溪河段水质不稳定");
        assertThat(said("unit350582head")).hasSize(1);
        assertThat(said("coordinator")).isEmpty();
        assertThat(keys("watch/coordinator/2026-04-01/OVERDUE")).isEqualTo(1);
    }

    @Test
    void whatIsFoundAtNightLeavesInTheMorning() {
        watchAt("2026-04-01T00:05");
        assertThat(said("unit350582")).isEmpty();
        watchAt("2026-04-01T07:59");
        assertThat(said("unit350582")).isEmpty();
        watchAt("2026-04-01T08:00");
        assertThat(said("unit350582")).hasSize(1);
    }

    @Test
    void whatIsDoneBeforeTheMorningIsNotRemindedOf() {
        watchAt("2026-04-01T00:05");
        ledger.meet(limit().key(), clock.instant());
        watchAt("2026-04-01T08:00");
        assertThat(said("unit350582")).isEmpty();
    }

    @Test
    void aReminderOfADayThatWasMovedMeanwhileDoesNotLeave() {
        watchAt("2026-04-01T00:05");
        moves.extend(
                office.no(), limit().id(), LocalDate.of(2026, 5, 29), "汛期停工", null, Actor.of("coordinator", "杨月娥"));
        watchAt("2026-04-01T08:00");
        assertThat(said("unit350582")).noneMatch(title -> title.contains("超期"));
        assertThat(said("unit350582")).containsExactly("整改时限的到期日改为 2026-05-29");
    }

    @Test
    void aTaskSentBackIsWatchedAnew() {
        office.as(Journey.CLERK).reportsDone();
        office.as(Journey.HEAD).does("UserTask_HeadSign", TaskForms.headReturns());
        assertThat(ledger.current(office.no()))
                .filteredOn(entry -> entry.kind() == LedgerKind.TASK)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.rule()).isEqualTo("UserTask_ReportDone");
                    assertThat(entry.course().checkpointAt()).isNotNull();
                    assertThat(entry.currentDueOn()).isEqualTo("2026-03-31");
                });
        watchAt("2026-04-01T08:00");
        assertThat(said("unit350582")).hasSize(1);
    }

    private LedgerEntry limit() {
        return ledger.current(office.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .findFirst()
                .orElseThrow();
    }

    private void at(String moment) {
        office.at(moment);
    }

    private void watchAt(String moment) {
        at(moment);
        identity.asApplication(() -> runtime.startProcessInstanceByKey("DeadlineWatch"));
        run();
    }

    /** Runs the watch's continuations, as the job executor would. */
    private void run() {
        List<Job> ready = jobs();
        while (!ready.isEmpty()) {
            ready.forEach(job -> identity.asApplication(() -> management.executeJob(job.getId())));
            ready = jobs();
        }
    }

    private List<Job> jobs() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("DeadlineWatch").list().stream()
                .map(ProcessInstance::getId)
                .flatMap(id -> management.createJobQuery().processInstanceId(id).list().stream())
                .toList();
    }

    /** The titles of the messages of this case that have left. */
    private List<String> said(String group) {
        return jdbc.sql("""
                        select title from message
                         where case_no = :no and candidate_group = :group and left_at is not null order by id""")
                .param("no", office.no().value())
                .param("group", group)
                .query(String.class)
                .list();
    }

    private long keys(String key) {
        return jdbc.sql("select count(*) from message where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
