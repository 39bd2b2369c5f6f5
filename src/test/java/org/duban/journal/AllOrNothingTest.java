package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.duban.DubanTest;
import org.duban.engine.EngineIdentity;
import org.duban.journal.store.EntryRows;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.TaskForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** However a step breaks off, its entry and its facts are there together or not at all; and chains stay whole. */
@DubanTest
class AllOrNothingTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    EntryRows rows;

    @Autowired
    TaskService tasks;

    @Autowired
    EngineIdentity identity;

    @Autowired
    JdbcClient db;

    @Autowired
    Verification verification;

    @Autowired
    CityClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private record State(long facts, long entries, long history, long tasks) {}

    private State state(CaseDriver office) {
        String no = office.no().value();
        return new State(
                count("select count(*) from problem_event where no = ?", no),
                count("select count(*) from journal_entry where chain = ?", no),
                count(
                        "select count(*) from act_hi_op_log o join act_hi_procinst p on p.id_ = o.proc_inst_id_"
                                + " where p.business_key_ = ?",
                        no),
                office.tasks().size());
    }

    private long count(String sql, String no) {
        return db.sql(sql).param(no).query(Long.class).single();
    }

    @Test
    void aStepBrokenOffBeforeAnyOfItsStatementsLeavesNothing() {
        CaseDriver office = new CaseDriver(application).on("2026-03-02");
        office.register(CaseDriver.row("N1", Deadline.on(LocalDate.of(2026, 12, 31)), "350582"));
        String task = office.tasks("UserTask_SignFor").get(0).getId();
        State before = state(office);
        int statements = 1;
        while (!Fuse.holds(
                statements,
                () -> identity.asPerson(Journey.CLERK, () -> tasks.complete(task, Map.of("form", TaskForms.sign()))))) {
            assertThat(state(office))
                    .as("broken before statement %d", statements)
                    .isEqualTo(before);
            statements++;
        }
        assertThat(statements).as("statements of the step").isGreaterThan(10);
        State after = state(office);
        assertThat(after.entries()).isEqualTo(before.entries() + 1);
        assertThat(after.facts()).isEqualTo(before.facts() + 1);
        assertThat(after.history()).isGreaterThan(before.history());
        assertThat(verification.ofCase(office.no().value()).findings()).isEmpty();
    }

    private record Said(CaseNo caseNo, Instant at) implements Fact {

        @Override
        public String type() {
            return "test.said";
        }

        @Override
        public Actor by() {
            return Actor.system();
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("half", "\uD83D", "number", 0.1, "text", "晋江");
        }
    }

    @Test
    void manyAtOnceOnTheSameCasesMakeWholeChains() throws Exception {
        List<CaseNo> cases = IntStream.range(0, 3)
                .mapToObj(n -> CaseNo.of("XF2026-77000" + n))
                .toList();
        int writers = 4;
        int each = 25;
        ExecutorService nodes = Executors.newFixedThreadPool(writers);
        CountDownLatch together = new CountDownLatch(writers);
        List<Future<?>> work = IntStream.range(0, writers)
                .<Future<?>>mapToObj(writer -> nodes.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int i = 0; i < each; i++) {
                        transaction.executeWithoutResult(
                                status -> cases.forEach(one -> events.publishEvent(new Said(one, clock.instant()))));
                    }
                    return null;
                }))
                .toList();
        for (Future<?> one : work) {
            one.get();
        }
        nodes.shutdown();

        for (CaseNo one : cases) {
            assertThat(rows.page(one.value(), 0, 1_000)).hasSize(writers * each);
            assertThat(verification.ofCase(one.value()).findings()).isEmpty();
        }
    }

    @Test
    void whatIsTakenBackToASavepointIsNotRecorded() {
        CaseNo kept = CaseNo.of("XF2026-770010");
        CaseNo dropped = CaseNo.of("XF2026-770011");
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Said(kept, clock.instant()));
            Object savepoint = status.createSavepoint();
            events.publishEvent(new Said(dropped, clock.instant()));
            status.rollbackToSavepoint(savepoint);
        });

        assertThat(rows.page(kept.value(), 0, 10)).hasSize(1);
        assertThat(rows.page(dropped.value(), 0, 10)).isEmpty();
    }

    @Test
    void aFactOutsideOfATransactionIsRefused() {
        Said fact = new Said(CaseNo.of("XF2026-770020"), clock.instant());

        assertThatThrownBy(() -> events.publishEvent(fact)).isInstanceOf(IllegalStateException.class);
    }
}
