package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.duban.petition.LetterDriver;
import org.duban.petition.PetitionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The desk of platform letters, from clocks to several dispatched at once, and the list leaders follow. */
@DubanTest
class LetterDeskTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    LetterDesk desk;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private LetterDriver one;
    private LetterDriver two;

    @BeforeEach
    void twoPlatformLetters() {
        one = new LetterDriver(application).on("2026-03-02").platformLetter(LetterDriver.named());
        two = new LetterDriver(application).platformLetter(LetterDriver.named());
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void severalTickedAreDispatchedAtOnceAndEachOnce() throws Exception {
        open("coordinator", "/desk/platform?channel=PLATFORM&district=350582")
                .andExpect(content().string(containsString("转办建议第 8 行：写明地点的由属地")))
                .andExpect(content().string(containsString("name=\"no\" value=\"XF2026-")));
        dispatch("coordinator", one.no().value(), two.no().value())
                .andExpect(redirectedUrl("/desk/platform?channel=PLATFORM"))
                .andExpect(flash().attribute("message", "已按建议转办 2 件。"));
        one.office().runJobs();
        two.office().runJobs();
        assertThat(one.waiting()).containsExactly("UserTask_SignForPetition");
        assertThat(two.state()).isEqualTo(PetitionState.DISPATCHED);
        dispatch("coordinator", one.no().value(), "XF2026-999999", "乱写")
                .andExpect(flash().attribute("refused", hasSize(3)));
        assertThat(one.told().stream().filter(fact -> fact.event().equals("petition.dispatched")))
                .hasSize(1);
        dispatch("coordinator").andExpect(flash().attribute("refused", List.of("请先勾选要转办的信访件。")));
        dispatch("leader", one.no().value()).andExpect(status().isForbidden());
        open("clerk350582", "/desk/platform").andExpect(status().isForbidden());
    }

    @Test
    void unitsAndSharesOfOneAreChangedInItsRow() throws Exception {
        web.perform(post("/desk/platform/" + one.no() + "/dispatch")
                        .param("unit", "350582", "350583")
                        .param("share", "0.5", "0.4")
                        .param("state", "ALL")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(redirectedUrl("/desk/platform?state=ALL"))
                .andExpect(flash().attribute("refused", List.of(one.no() + "：各单位份额合计 0.9，应为 1，还差 0.1。请调整后再转办。")));
        web.perform(post("/desk/platform/" + one.no() + "/dispatch")
                        .param("unit", "350582", "350583")
                        .param("share", "0.5", "0.5")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(flash().attribute("message", one.no() + " 已转办。"));
        assertThat(one.letter().shares()).hasSize(2);
    }

    @Test
    void theClocksOfFifteenAndSixtyDaysStandInTheLineAndTheLateAreFound() {
        LetterDesk.Line line = line(one);
        assertThat(line.acceptance().due()).isEqualTo("2026-03-17");
        assertThat(line.answer().due()).isEqualTo("2026-05-01");
        assertThat(line.answer().words(LocalDate.of(2026, 3, 2))).isEqualTo("剩 60 天");
        one.on("2026-03-18");
        assertThat(line(one).acceptance().urgency(LocalDate.now(clock))).isEqualTo("late");
        assertThat(pages(choice(true)).stream().map(each -> each.petition().no()))
                .as("nobody was told in fifteen days")
                .contains(one.no(), two.no());
        one.dispatched(LetterDriver.JINJIANG).signed(LetterDriver.JINJIANG);
        assertThat(pages(choice(true)).stream().map(each -> each.petition().no()))
                .doesNotContain(one.no())
                .contains(two.no());
    }

    @Test
    void pagesFollowOneAnotherWithoutLossAndBadAddressesSaySo() throws Exception {
        for (int i = 0; i < LetterDesk.SIZE; i++) {
            new LetterDriver(application).platformLetter(LetterDriver.named());
        }
        LetterChoice waiting =
                new LetterChoice(LetterScope.WITHOUT_BATCH, null, null, PetitionState.REGISTERED, false, null, null);
        List<LetterDesk.Line> all = pages(waiting);
        assertThat(all).hasSizeGreaterThan(LetterDesk.SIZE).doesNotHaveDuplicates();
        assertThat(all).hasSize(desk.page(waiting, null).total());
        for (String bad : List.of("channel=TAUBE", "district=不存在", "state=X", "after=2026-13-45_XF2026-000001")) {
            open("coordinator", "/desk/platform?" + bad)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("以下为待转办的平台来件")));
        }
    }

    @Test
    void leadersSeeTheirCasesWithWhoLeadsAndUntilWhenFromTheirFirstPageOn() throws Exception {
        LetterDriver led = new LetterDriver(application)
                .batchLetter()
                .dispatched(LetterDriver.JINJIANG)
                .signed(LetterDriver.JINJIANG);
        for (int round = 0; round < 3; round++) {
            led.answered(LetterDriver.done(), LetterDriver.JINJIANG).reviewed(false);
        }
        String number = led.letter().letter().upstreamNo();
        open("leader", "/desk/leaders?mark=LED&state=LEADERS_CASE")
                .andExpect(content().string(allOf(containsString(number), containsString("待确定"))));
        led.does(LetterDriver.LEADER, "UserTask_TakeUpCase", LetterDriver.takeUp(LocalDate.of(2026, 3, 20)));
        open("leader", "/desk/leaders?leader=王副市长")
                .andExpect(content().string(allOf(containsString(number), containsString("2026-03-20"))));
        led.on("2026-03-23");
        open("leader", "/desk/leaders?late=true&leader=王副市长")
                .andExpect(content().string(allOf(containsString(number), containsString("超期 3 天"))));
        open("leader", "/desk").andExpect(content().string(containsString("href=\"/desk/leaders\">领导包案与重点件</a>：")));
        open("coordinator", "/desk").andExpect(content().string(not(containsString("领导包案与重点件</a>："))));
        open("clerk350582", "/desk/leaders").andExpect(status().isForbidden());
    }

    private LetterDesk.Line line(LetterDriver letter) {
        return pages(LetterChoice.all(LetterScope.WITHOUT_BATCH)).stream()
                .filter(line -> line.petition().no().equals(letter.no()))
                .findFirst()
                .orElseThrow();
    }

    private static LetterChoice choice(boolean late) {
        return new LetterChoice(LetterScope.WITHOUT_BATCH, null, null, null, late, null, null);
    }

    private List<LetterDesk.Line> pages(LetterChoice choice) {
        List<LetterDesk.Line> lines = new ArrayList<>();
        String after = null;
        do {
            LetterDesk.Page page = desk.page(choice, after);
            lines.addAll(page.lines());
            after = page.next();
        } while (after != null);
        return lines;
    }

    private ResultActions dispatch(String who, String... numbers) throws Exception {
        MockHttpServletRequestBuilder request = post("/desk/platform/dispatch").param("channel", "PLATFORM");
        for (String no : numbers) {
            request.param("no", no);
        }
        return web.perform(request.with(httpBasic(who, "duban")).with(pageToken()));
    }

    private ResultActions open(String who, String address) throws Exception {
        return web.perform(get(address).with(httpBasic(who, "duban")));
    }
}
