package org.duban.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.duban.DubanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The next month's round after the application stood still over the last one's cut-off. */
@DubanTest
class RoundOpeningTest {

    private static final String UNIT = "350503";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Rounds rounds;

    private RoundOffice office;

    @BeforeEach
    void open() {
        office = new RoundOffice(application);
    }

    @AfterEach
    void tidy() {
        office.tidy();
    }

    @Test
    void theTimerFreezesARoundPastItsCutOffAndOpensTheNext() {
        office.at("2052-03-25T09:00:00").problems(UNIT, "跨月", 1, LocalDate.of(2052, 12, 31));
        Round march = office.open("2052-03");
        office.at("2052-04-25T09:00:00");

        office.fireOpening();

        assertThat(office.now(march).frozen()).isTrue();
        assertThat(office.now(march).frozenBy().username()).isEqualTo("system");
        assertThat(rounds.of(YearMonth.of(2052, 4))).isPresent();
        office.runJobs(march);
        assertThat(office.running(march)).isFalse();
    }
}
