package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarInputStream;
import org.duban.DubanTest;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.RecordCheck;
import org.duban.journal.store.CheckRows.Kept;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The record over REST and on the auditor's page, and who may see it. */
@DubanTest
class JournalApiTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    KeyRing keys;

    @Autowired
    CityClock clock;

    @Autowired
    Checks checks;

    private String no;

    @BeforeEach
    void aCaseOnItsWay() {
        new CaseDriver(application).on("2026-03-02");
        no = Journey.planned(
                        application,
                        CaseDriver.row(
                                "P" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 12, 31)), "350582"))
                .no()
                .value();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private ResultActions auditor(String path, Object... values) throws Exception {
        return web.perform(get(path, values).with(httpBasic("auditor", "duban")));
    }

    @Test
    void theWholeRecordIsCheckedEachNightOnce() {
        clock.freezeAt(Instant.parse("2049-03-01T18:30:00Z"));
        int before = checks.newest(1_000).size();

        checks.nightly();
        checks.nightly();

        List<Kept> kept = checks.newest(1_000);
        assertThat(kept).hasSize(before + 1);
        assertThat(kept.get(0).scope()).isEqualTo(Checks.ALL);
        assertThat(kept.get(0).by()).isEqualTo("system");
        assertThat(kept.get(0).entries()).isPositive();
    }

    @Test
    void aCaseIsVerifiedByTheAuditorAndByNobodyElse() throws Exception {
        auditor("/api/journal/verify?case={no}", no)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verdict").value("intact"))
                .andExpect(jsonPath("$.entries", greaterThan(4)))
                .andExpect(jsonPath("$.findings", empty()));
        for (String path :
                new String[] {"/api/journal/verify", "/api/journal/export", "/api/cases/" + no + "/journal", "/audit"
                }) {
            web.perform(get(path).with(httpBasic("clerk350582", "duban"))).andExpect(status().isForbidden());
            web.perform(get(path).with(httpBasic("coordinator", "duban"))).andExpect(status().isForbidden());
        }
    }

    @Test
    void theCasesRecordIsPaged() throws Exception {
        auditor("/api/cases/{no}/journal?size=2", no)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].seq").value(1))
                .andExpect(jsonPath("$.items[0].actor").value("coordinator"))
                .andExpect(jsonPath("$.items[0].body.events[0].type").value("problem.registered"))
                .andExpect(jsonPath("$.next").value(2));
        auditor("/api/cases/{no}/journal?size=200", no)
                .andExpect(jsonPath("$.next").doesNotExist());
        auditor("/api/cases/WT1999-000001/journal").andExpect(jsonPath("$.items", empty()));
    }

    @Test
    void theExportIsVerifiedElsewhere() throws Exception {
        String lines = auditor("/api/journal/export?case={no}", no)
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/x-ndjson"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        RecordCheck check = new RecordCheck(keys, null);
        lines.lines().forEach(check);

        assertThat(check.finish()).isEmpty();
        assertThat(check.entries()).isGreaterThan(4);
        byte[] jar = auditor("/api/journal/verifier").andReturn().getResponse().getContentAsByteArray();
        try (JarInputStream verifier = new JarInputStream(new ByteArrayInputStream(jar))) {
            assertThat(verifier.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("org.duban.journal.offline.VerifyRecord");
        }
    }

    @Test
    void theAuditorChecksSealsAndReadsOnThePage() throws Exception {
        web.perform(post("/audit/checks")
                        .param("case", no)
                        .with(httpBasic("auditor", "duban"))
                        .with(pageToken()))
                .andExpect(redirectedUrl("/audit"));
        web.perform(post("/audit/seals").with(httpBasic("auditor", "duban")).with(pageToken()))
                .andExpect(redirectedUrl("/audit"));
        auditor("/audit")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(no)))
                .andExpect(content().string(containsString("打印页")));
        auditor("/audit/seals/1").andExpect(content().string(containsString("记录封存单")));
        auditor("/audit/journal?case={no}", no)
                .andExpect(content().string(containsString("签收")))
                .andExpect(content().string(not(containsString("task.complete"))));
        auditor("/audit/seals/999999").andExpect(status().isNotFound());
        auditor("/audit/journal?case=XX").andExpect(content().string(containsString("请核对案号")));
    }
}
