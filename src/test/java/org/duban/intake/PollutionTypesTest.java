package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollutionTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "水|水",
                "大气,噪音,,土壤|大气 噪声 土壤",
                "水、大气;固废/扬尘|水 大气 固废 扬尘",
                "水污染和大气污染|水 大气",
                "噪声,噪音|噪声",
                "水(推断:副本缺字)|水",
                "固体废物、其它污染|固废 其他",
                "群众身边的生态环境问题|群众身边的生态环境问题",
            })
    void typesAreOneWordEach(String text, String types) {
        assertThat(PollutionTypes.read(text)).containsExactly(types.split(" "));
    }
}
