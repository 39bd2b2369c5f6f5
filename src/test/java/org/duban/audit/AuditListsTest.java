package org.duban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.LedgerEntry;
import org.duban.desk.CardStage;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Actor;
import org.duban.launch.CityClock;
import org.duban.petition.LetterDriver;
import org.duban.problem.CaseDriver;
import org.duban.problem.Criterion;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.round.Round;
import org.duban.round.RoundOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;

/** What the auditor's lists name, and that each names nothing else. */
@DubanTest
class AuditListsTest {

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\">下一页<");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    RuntimeService runtime;

    @Autowired
    EngineIdentity identity;

    @Autowired
    JdbcClient db;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private String no;

    @BeforeEach
    void aCase() {
        new CaseDriver(application).on("2087-03-03");
        office = registered();
        no = office.no().value();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private CaseDriver registered() {
        return new CaseDriver(application)
                .register(CaseDriver.row(
                        "AL" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2087, 12, 30)), "350582"));
    }

    private ResultActions auditor(String path, Object... values) throws Exception {
        return web.perform(get(path, values).with(httpBasic("auditor", "duban")));
    }

    /** The list to its last page: other tests' cases are on it as well. */
    private String listed(String list) throws Exception {
        StringBuilder pages = new StringBuilder();
        Optional<String> next = Optional.of("/audit/lists/" + list);
        Set<String> read = new HashSet<>();
        while (next.isPresent()) {
            assertThat(read.add(next.get()))
                    .as("%s leads back to itself", next.get())
                    .isTrue();
            String page = web.perform(get(URI.create(next.get())).with(httpBasic("auditor", "duban")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            pages.append(page);
            next = NEXT.matcher(page)
                    .results()
                    .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                    .findFirst();
        }
        return pages.toString();
    }

    private ResultActions posts(String path, String... parameters) throws Exception {
        var request = post(path).with(httpBasic("auditor", "duban")).with(pageToken());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return web.perform(request);
    }

    @Test
    void aHandInTheEngineIsListedWithPersonAndNarrowedByCase() throws Exception {
        identity.asPerson("admin", () -> runtime.setVariable(office.process().getId(), "leadUnit", "350583"));
        auditor("/audit/lists/interventions?caseNo={no}", no)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("手工修改变量"),
                                containsString("leadUnit"),
                                containsString("350583"),
                                containsString("未写"))));
        assertThat(listed("interventions?caseNo=" + no + "&person=clerk350582")).contains("没有符合条件的");
    }

    @Test
    void silenceIsListedAfterSoManyDaysAndEndsWithWork() throws Exception {
        office.on("2087-05-10");
        assertThat(listed("silent?n=60")).contains(no);
        assertThat(listed("silent?n=90")).doesNotContain(no);
        assertThat(listed("silent?n=0")).contains("应在 1 至");
        office.as(Journey.CLERK).does("UserTask_SignFor", "{\"decision\":\"sign\"}");
        assertThat(listed("silent?n=60")).doesNotContain(no);
    }

    @Test
    void whatWasStruckOffWithinMinutesIsListed() throws Exception {
        db.sql("update problem set struck_off_at = registered_at + interval '7 minutes' where no = :no")
                .param("no", no)
                .update();
        try {
            assertThat(listed("hasty?n=10")).contains(no, "7 分钟");
            assertThat(listed("hasty?n=5")).doesNotContain(no);
        } finally {
            db.sql("update problem set struck_off_at = null where no = :no")
                    .param("no", no)
                    .update();
        }
    }

    @Test
    void aCaseInWhichEverythingCameInTheLastHourIsListed() throws Exception {
        office.at("2087-03-05T17:20");
        office.as(Journey.CLERK).does("UserTask_SignFor", "{\"decision\":\"sign\"}");
        new CaseDriver(application).on("2087-03-03");
        CaseDriver other = registered();
        other.as(Journey.CLERK).does("UserTask_SignFor", "{\"decision\":\"sign\"}");
        assertThat(listed("last-hour?n=1"))
                .contains(no)
                .doesNotContain(other.no().value());
    }

    @Test
    void lettersAndCardsAreOnTheListsAsProblemsAre() throws Exception {
        LetterDriver letter = new LetterDriver(application).on("2087-03-03").platformLetter(null);
        String letterNo = letter.no().value();
        office.on("2087-03-03");
        String card =
                CardStage.about(application, office).lateBy(5).issued().no().value();
        office.on("2087-05-10");
        assertThat(listed("silent?n=60&flow=XF")).contains(letterNo, "待转办").doesNotContain(card);
        assertThat(listed("silent?n=60&flow=HP")).contains(card).doesNotContain(letterNo);
        db.sql("""
                        update petition set dispatched_at = registered_at, closed_at = registered_at + interval '3 minutes'
                         where no = :no""").param("no", letterNo).update();
        db.sql("update card set closed_at = proposed_at + interval '4 minutes' where no = :no")
                .param("no", card)
                .update();
        assertThat(listed("hasty?n=5")).contains(letterNo, card);
        assertThat(listed("hasty?n=5&flow=HP")).contains(card).doesNotContain(letterNo);
        db.sql("update petition set dispatched_at = null, closed_at = null where no = :no")
                .param("no", letterNo)
                .update();
        db.sql("update card set closed_at = null where no = :no")
                .param("no", card)
                .update();
        posts("/audit/cases/" + letterNo + "/notes", "text", "来件无点位")
                .andExpect(redirectedUrlPattern("/audit/cases/*/notes"));
        assertThat(listed("notes")).contains(letterNo);
    }

    @Test
    void changedDeadlinesOfALetterAndSamplesOfLettersAndCards() throws Exception {
        LetterDriver letter = new LetterDriver(application).on("2087-03-04").batchLetter();
        LedgerEntry limit = application.getBean(DeadlineLedger.class).current(letter.no()).stream()
                .filter(entry -> !entry.course().followsSubject())
                .findFirst()
                .orElseThrow();
        office.on("2087-08-04");
        application
                .getBean(DeadlineMoves.class)
                .extend(
                        letter.no(),
                        limit.id(),
                        LocalDate.of(2087, 9, 10),
                        "补充调查",
                        null,
                        Actor.of("coordinator", "杨月娥"));
        assertThat(listed("moves?flow=XF&late=true")).contains(letter.no().value(), "补充调查");
        assertThat(listed("moves?flow=HP")).doesNotContain(letter.no().value());
        assertThat(listed("moves?caseNo=" + letter.no())).contains("补充调查");

        String to = posts("/audit/samples", "flow", "XF", "from", "2087-03-04", "to", "2087-03-04", "size", "5")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        auditor(to)
                .andExpect(content()
                        .string(allOf(
                                containsString(letter.no().value()),
                                containsString("信访件"),
                                not(containsString("WT2087")))));
        posts("/audit/samples", "flow", "HP", "state", "RECTIFYING")
                .andExpect(flash().attribute("refusal", containsString("不是“警示牌”的状态")));
    }

    @Test
    void aUnitThatReportsEachRoundInTheLastHourIsListed() throws Exception {
        RoundOffice rounds = new RoundOffice(application).at("2087-03-26T09:00:00");
        Round round = rounds.open("2087-03");
        String due = db.sql("select due_at at time zone 'Asia/Shanghai' from deadline where key = :key")
                .param("key", round.no() + "/report")
                .query(LocalDateTime.class)
                .single()
                .toLocalDate()
                .minusDays(1)
                .toString();
        rounds.at(due + "T17:30:00").reports(round, "350582", rounds.form(round, "350582", "设备进场", 20));
        rounds.tidy();
        assertThat(listed("last-hour?n=1&flow=DD")).contains(round.no().value());
        assertThat(listed("last-hour?n=100&flow=DD")).doesNotContain(round.no().value());
    }

    @Test
    void theSamePictureInTwoCasesIsListed() throws Exception {
        CaseDriver one = Journey.rectifying(
                application,
                CaseDriver.row("AL" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2087, 12, 30)), "350582"));
        CaseDriver two = Journey.rectifying(
                application,
                CaseDriver.row("AL" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2087, 12, 30)), "350582"));
        String hash = HexFormat.of().formatHex(new byte[32]);
        one.as(Journey.CLERK).attaches("UserTask_ReportDone", Criterion.values()[0]);
        two.as(Journey.CLERK).attaches("UserTask_ReportDone", Criterion.values()[0]);
        // Whatever bytes the driver hands in: here both cases have the same.
        for (CaseDriver each : List.of(one, two)) {
            db.sql("update evidence set sha256 = :hash where case_no = :no")
                    .param("hash", hash)
                    .param("no", each.no().value())
                    .update();
        }
        try {
            assertThat(listed("shared-files"))
                    .contains(one.no().value(), two.no().value());
        } finally {
            db.sql("delete from evidence where sha256 = :hash")
                    .param("hash", hash)
                    .update();
        }
    }
}
