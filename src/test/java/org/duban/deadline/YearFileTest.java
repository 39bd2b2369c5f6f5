package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.deadline.Calendars.holiday;
import static org.duban.deadline.Calendars.workday;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearFileTest {

    private static final List<CalendarDay> TWO_DAYS = List.of(holiday("2027-01-01", "元旦"), workday("2027-01-03", "元旦"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,type,name\n2027-01-01,holiday,元旦\n2027-01-03,workday,元旦\n",
                "\uFEFFdate,type,name\r\n2027-01-01,holiday,元旦\r\n\r\n2027-01-03,workday,元旦\r\n",
                "日期,类型,名称\n2027/1/1,放假,元旦\n2027/1/3,调休上班,元旦",
                "2027年1月1日\t休\t元旦\n2027年1月3日\t班\t元旦",
                "2027-01-01，放假，元旦\n\"2027-01-03\",\"补班\",\"元旦\"",
            })
    void readsWhatOfficesSave(String file) {
        assertThat(YearFile.read(file.getBytes(StandardCharsets.UTF_8))).isEqualTo(TWO_DAYS);
    }

    @Test
    void readsTheEncodingOfChineseSpreadsheets() {
        byte[] file = "日期,类型,名称\n2027-01-01,放假,元旦\n2027-01-03,上班,元旦".getBytes(Charset.forName("GBK"));
        assertThat(YearFile.read(file)).isEqualTo(TWO_DAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-30,放假,春节", "27-02-03,放假,春节", "2027-13-01,放假,春节"})
    void aDateThatCannotBeIsRefusedAndNeverTakenForAHeader(String line) {
        assertThatThrownBy(() -> YearFile.read(("日期,类型,名称\n" + line).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("第 2 行");
    }

    @Test
    void anUnknownKindOrAMissingColumnIsRefused() {
        refuses("2027-01-01,节,元旦", "类型“节”");
        refuses("2027-01-01,放假", "三列");
        refuses("日期,类型,名称\n", "没有找到日期");
    }

    private static void refuses(String file, String message) {
        assertThatThrownBy(() -> YearFile.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }
}
