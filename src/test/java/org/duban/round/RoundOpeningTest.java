package org.duban.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.duban.DubanTest;
import org.duban.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** When a round opens: on its day, once a month, and only after the one before is frozen. */
@DubanTest
class RoundOpeningTest {

    private static final String UNIT = "35050031";

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

    @Test
    void theTimerOpensTheMonthWhoseDayCameLast() {
        office.at("2028-06-02T09:00:00").problems(UNIT, "丁", 1, LocalDate.of(2028, 12, 31));

        office.fireOpening();

        Round round = rounds.of(YearMonth.of(2028, 5)).orElseThrow();
        assertThat(office.task(round, UNIT)).isNotNull();
        assertThat(round.openedBy().username()).isEqualTo("system");
    }

    @Test
    void theSameMonthTwiceIsOneRound() {
        office.at("2029-02-26T09:00:00").problems(UNIT, "戊", 1, LocalDate.of(2029, 12, 31));
        Round round = office.open("2029-02");

        assertThat(office.open("2029-02").no()).isEqualTo(round.no());
        office.fireOpening();

        assertThat(office.instances(round.no())).isOne();
        assertThat(rounds.latest(100))
                .filteredOn(one -> one.round().month().equals(round.month()))
                .hasSize(1);
    }

    @Test
    void anotherMonthWaitsUntilThisOneIsFrozen() {
        office.at("2030-03-25T09:00:00").problems(UNIT, "己", 1, LocalDate.of(2030, 12, 31));
        Round march = office.open("2030-03");
        office.at("2030-04-25T09:00:00");

        assertThatThrownBy(() -> office.open("2030-04"))
                .isInstanceOf(Refusal.class)
                .hasMessage("2030年3月调度还没有冻结，请先冻结，再发起 2030年4月调度。");
        assertThatThrownBy(() -> office.open("2030-08")).hasMessageContaining("只能发起本月（2030年4月）或上月的调度");
        office.freeze(march);
        assertThat(office.open("2030-04").month()).isEqualTo(YearMonth.of(2030, 4));
    }
}
