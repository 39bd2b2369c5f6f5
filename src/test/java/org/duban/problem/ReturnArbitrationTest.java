package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.problem.Journey.CLERK;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.duban.DubanTest;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** 退单 is arbitrated within eight working hours, and the hour is shown. */
@DubanTest
class ReturnArbitrationTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void eightWorkingHoursAfterTheReturnTheAnswerIsDue() throws Exception {
        CaseDriver office = new CaseDriver(application)
                .at("2026-03-06T10:30")
                .register(CaseDriver.row("RA1", Deadline.on(LocalDate.of(2026, 12, 31))));
        office.as(CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位在南安"));
        // Friday 10:30: five hours are left of the day (08:00-12:00, 14:30-18:00); three more on Monday.
        assertThat(office.tasks("UserTask_ArbitrateReturn").get(0).getDueDate().toInstant())
                .isEqualTo(LocalDateTime.parse("2026-03-09T11:00")
                        .atZone(Zones.CITY)
                        .toInstant());
        web.perform(get("/desk/cases/" + office.no()).with(httpBasic("coordinator", "duban")))
                .andExpect(content().string(containsString("办理期限 2026-03-09 11:00")));
    }
}
