package org.duban.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which day a round opens by itself, and for which month. */
class RoundSettingsTest {

    @Test
    void dayAndTimeMakeTheTimersCycle() {
        assertThat(new RoundSettings(25, "09:00").cycle()).isEqualTo("0 0 9 25 * ?");
        assertThat(new RoundSettings(5, "08:30").cycle()).isEqualTo("0 30 8 5 * ?");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25, 2026-11", "2026-11-30, 2026-11", "2026-12-03, 2026-11", "2027-01-01, 2026-12"})
    void aTimerThatFiresLateOpensTheMonthItStoodFor(LocalDate fired, YearMonth month) {
        assertThat(new RoundSettings(25, "09:00").monthDue(fired)).isEqualTo(month);
    }

    @Test
    void aDayThatNotEveryMonthHasIsRefused() {
        assertThatThrownBy(() -> new RoundSettings(31, "09:00")).hasMessageContaining("1 至 28");
    }
}
