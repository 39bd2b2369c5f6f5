package org.duban.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.duban.DubanTest;
import org.duban.engine.EngineIdentity;
import org.duban.journal.CaseJournal;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.replay.Difference.FieldChange;
import org.duban.replay.Difference.Moved;
import org.duban.replay.Replay.Shown;
import org.joda.time.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** A case that was returned twice and relapsed, played back step by step. */
@DubanTest
class ReplayTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Replay replay;

    @Autowired
    CaseJournal journal;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    EngineIdentity identity;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private String no;

    @BeforeEach
    void itRelapsed() {
        new CaseDriver(application).on("2026-03-02");
        office = Relapse.afterTwoReturns(application);
        no = office.no().value();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void everyEntryIsAStepAndLoopsAreStepsOfTheirOwn() {
        List<Step> steps = replay.overview(no).orElseThrow().steps();
        assertThat(steps).hasSameSizeAs(journal.whole(no));
        assertThat(steps)
                .extracting(Step::step)
                .isEqualTo(LongStream.rangeClosed(1, steps.size()).boxed().toList());
        assertThat(steps).filteredOn(step -> step.what().startsWith("退单")).hasSize(2);
        List<Moved> signing = all(steps).stream()
                .flatMap(shown -> shown.difference().entered().stream())
                .filter(moved -> "UserTask_SignFor".equals(moved.element()))
                .toList();
        assertThat(signing).as("to Jinjiang, kept, and decided by the leader").hasSize(3);
        Moment end = all(steps).get(steps.size() - 1).state();
        assertThat(end.runs())
                .filteredOn(run -> "ProblemRectification".equals(run.key()))
                .hasSize(2);
        assertThat(end.runs().get(0).done()).containsEntry("UserTask_SignFor", 3);
        assertThat(end.runs().get(0).endedAtStep()).isNotNull();
        assertThat(end.runs().get(0).tokens()).isEmpty();
        assertThat(end.fields()).containsEntry("state", "REGISTERED").containsEntry("rectification", 2L);
    }

    @Test
    void aStepShowsWhoAndWhatItChangedWithFormFilesAndDeadlines() {
        Shown returned = all().stream()
                .filter(shown -> shown.step().what().startsWith("退单"))
                .findFirst()
                .orElseThrow();
        assertThat(returned.step().actor()).isEqualTo("clerk350582");
        assertThat(returned.difference().fields())
                .contains(new FieldChange("state", "DISPATCHED", "RETURNED"))
                .contains(new FieldChange("returns", null, 1L));
        assertThat(returned.difference().papers()).singleElement().satisfies(paper -> {
            assertThat(paper.name()).contains("签收");
            assertThat(paper.filed().toString()).contains("不在本辖区");
        });
        assertThat(returned.difference().limits())
                .extracting(Difference.LimitChange::what)
                .contains("deadline.met");
        Moment end = all().get(all().size() - 1).state();
        assertThat(end.files()).isNotEmpty().allSatisfy(file -> {
            assertThat(file.sha256()).hasSize(64);
            assertThat(file.state()).isEqualTo("filed");
        });
        assertThat(all())
                .flatExtracting(shown -> shown.difference().decisions())
                .extracting(Difference.Ruling::key)
                .contains("DeadlineRule");
    }

    @Test
    void itStaysWholeWhenTheEnginesHistoryIsGone() throws Exception {
        List<Shown> before = all();
        identity.asApplication(() -> {
            List<HistoricProcessInstance> over = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(no)
                    .finished()
                    .list();
            assertThat(over).isNotEmpty();
            over.forEach(one -> history.deleteHistoricProcessInstance(one.getId()));
        });
        // Deleting is work on the case as well, and is recorded.
        assertThat(all().subList(0, before.size())).isEqualTo(before);
        assertDossierIsWhole();
    }

    @Test
    void itStaysWholeWhenTheEngineCleansUpWhatIsOlderThanTenYears() throws Exception {
        // For the engine alone it was ten years ago: nobody else's history is old enough to go.
        long then = Instant.now().minus(Duration.ofDays(3700)).toEpochMilli();
        DateTimeUtils.setCurrentMillisProvider(() -> then);
        try {
            itRelapsed();
        } finally {
            DateTimeUtils.setCurrentMillisProvider(clock::millis);
        }
        List<Shown> before = all();
        Set<String> younger = finished().list().stream()
                .filter(one -> one.getRemovalTime() == null
                        || one.getRemovalTime().toInstant().isAfter(Instant.now()))
                .map(HistoricProcessInstance::getId)
                .collect(Collectors.toSet());
        assertThat(younger).isNotEmpty();
        List<HistoricProcessInstance> over =
                finished().processInstanceBusinessKey(no).list();
        assertThat(over).isNotEmpty().allSatisfy(one -> assertThat(one.getRemovalTime())
                .as("ten years after the end")
                .isInThePast());
        clock.reset();

        identity.asApplication(
                () -> management.executeJob(history.cleanUpHistoryAsync(true).getId()));

        assertThat(finished().processInstanceBusinessKey(no).count()).isZero();
        assertThat(over).allSatisfy(one -> {
            assertThat(history.createHistoricActivityInstanceQuery()
                            .processInstanceId(one.getId())
                            .count())
                    .isZero();
            assertThat(history.createHistoricDecisionInstanceQuery()
                            .processInstanceId(one.getId())
                            .count())
                    .isZero();
        });
        assertThat(finished().processInstanceIds(younger).count())
                .as("younger cases keep theirs")
                .isEqualTo(younger.size());
        assertThat(all()).isEqualTo(before);
        assertThat(journal.whole(no)).hasSameSizeAs(before);
        assertDossierIsWhole();
    }

    private HistoricProcessInstanceQuery finished() {
        return history.createHistoricProcessInstanceQuery().finished();
    }

    private void assertDossierIsWhole() throws Exception {
        byte[] dossier = web.perform(get("/audit/cases/{no}/dossier.zip", no).with(httpBasic("auditor", "duban")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<String> names = new ArrayList<>();
        String index = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(dossier))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("index.html")) {
                    index = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(names).contains("diagrams/1.svg", "diagrams/2.svg", "record/record.ndjson");
        assertThat(index).contains("点位不在本辖区", "四性检测").doesNotContain("不通过");
    }

    @Test
    void itIsServedToAuditorsAndNobodyElse() throws Exception {
        web.perform(get("/api/cases/{no}/replay", no).with(httpBasic("auditor", "duban")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.caseNo").value(no))
                .andExpect(jsonPath("$.steps", hasSize(greaterThan(20))))
                .andExpect(jsonPath("$.models[0].definition", startsWith("ProblemRectification:")));
        web.perform(get("/api/cases/{no}/replay/{step}", no, 1).with(httpBasic("auditor", "duban")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state.fields.state").value("DISPATCHED"))
                .andExpect(jsonPath("$.difference.fields[0].field").exists());
        web.perform(get("/api/cases/{no}/replay/{step}", no, 9999).with(httpBasic("auditor", "duban")))
                .andExpect(status().isNotFound());
        for (String path :
                List.of("/api/cases/" + no + "/replay", "/api/cases/" + no + "/replay/1", "/audit/cases/" + no)) {
            web.perform(get(path).with(httpBasic("clerk350582", "duban"))).andExpect(status().isForbidden());
        }
    }

    @Test
    void everyStepHasAPageThatNeedsNoScripts() throws Exception {
        int last = replay.overview(no).orElseThrow().steps().size();
        for (int step = 1; step <= last; step++) {
            web.perform(get("/audit/cases/{no}", no)
                            .param("step", String.valueOf(step))
                            .with(httpBasic("auditor", "duban")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("第 " + step + " 步，共 " + last + " 步")));
        }
        web.perform(get("/audit/cases/{no}", no)
                        .param("on", "2026-03-02")
                        .param("verify", "true")
                        .with(httpBasic("auditor", "duban")))
                .andExpect(content().string(containsString("记录完整")));
        String definition = replay.overview(no).orElseThrow().runs().get(0).definition();
        web.perform(get("/audit/cases/{no}/diagram/{definition}.bpmn", no, definition)
                        .with(httpBasic("auditor", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("bpmndi:BPMNDiagram")));
    }

    private List<Shown> all() {
        return all(replay.overview(no).orElseThrow().steps());
    }

    private List<Shown> all(List<Step> steps) {
        return steps.stream()
                .map(step -> replay.step(no, step.step()).orElseThrow())
                .toList();
    }
}
