package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DubanTest
class CalendarPageTest {

    private static final String PATH = "/desk/settings/calendar";
    private static final String TABLE = "日期,类型,名称\n2041-10-01,放假,国庆节\n2041-10-02,放假,国庆节\n";

    @Autowired
    MockMvc web;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    CityClock clock;

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void aYearShowsItsNoticeItsMonthsAndItsWorkingDays() throws Exception {
        web.perform(get(PATH + "?year=2025").with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("国办发明电〔2024〕12号")))
                .andExpect(content().string(containsString("<strong>248</strong>")))
                .andExpect(content().string(containsString("2025-10-11 国庆节、中秋节调休上班")))
                .andExpect(content().string(containsString("12 月")));
    }

    @Test
    void fromNovemberOnThePageWarnsOfTheMissingYear() throws Exception {
        clock.freezeAt(
                LocalDateTime.parse("2026-11-02T09:00").atZone(Zones.CITY).toInstant());
        web.perform(get(PATH).with(httpBasic("leader", "duban")))
                .andExpect(content().string(containsString("2027 年的放假安排还没有载入")))
                .andExpect(content().string(not(containsString("确认载入"))))
                .andExpect(content().string(not(containsString("载入年度放假安排"))));
    }

    @Test
    void anUploadedTableIsShownFirstAndLoadedOnConfirmation() throws Exception {
        ledger.open(CaseNo.of("WT2041-900020"), LedgerKind.TASK, "page", "UserTask_SignFor", LocalDate.of(2041, 9, 30));
        preview("coordinator", TABLE)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("尚未载入")))
                .andExpect(content().string(containsString("WT2041-900020")))
                .andExpect(content().string(containsString("2041-10-04")))
                .andExpect(content().string(containsString("元旦、春节、清明、劳动、端午、中秋")));
        assertThat(calendars.current().isLoaded(2041)).isFalse();

        web.perform(post(PATH + "/load")
                        .param("year", "2041")
                        .param("notice", "测试通知")
                        .param("table", "2041-10-01,holiday,国庆节\n2041-10-02,holiday,国庆节")
                        .with(pageToken())
                        .with(httpBasic("coordinator", "duban")))
                .andExpect(redirectedUrl(PATH + "?year=2041"));
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2041, 10, 2))).isFalse();
    }

    @Test
    void aFaultyFileIsAnsweredOnThePageAndKeepsWhatWasTyped() throws Exception {
        preview("admin", "日期,类型,名称\n2041-10-01,节日,国庆节\n")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("第 2 行的类型“节日”不对")))
                .andExpect(content().string(containsString("value=\"测试通知\"")));
    }

    @Test
    void aLeaderLooksButDoesNotLoad() throws Exception {
        preview("leader", TABLE).andExpect(status().isForbidden());
    }

    private ResultActions preview(String account, String table) throws Exception {
        return web.perform(multipart(PATH + "/preview")
                .file(new MockMultipartFile("file", "2041.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)))
                .param("year", "2041")
                .param("notice", "测试通知")
                .with(pageToken())
                .with(httpBasic(account, "duban")));
    }
}
