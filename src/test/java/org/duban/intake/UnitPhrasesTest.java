package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duban.kernel.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPhrasesTest {

    private final UnitPhrases phrases = new UnitPhrases(new FakeUnits());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "晋江市|350582",
                "晋江市委、市政府|350582",
                "晋江市人民政府|350582",
                "惠安县委县政府|350521",
                "南安市委、市政府|350583",
                "泉港区党委和人民政府|350505",
                "晋江市、南安市|350582 350583",
                "晋江市,,南安市;惠安县|350582 350583 350521",
                "晋江市,晋江市|350582",
                "市水利局和市住建局|35050011 35050012",
                "市住房和城乡建设局|35050012",
                "市水利局及市住建局、惠安县|35050011 35050012 350521",
                "牵头单位:市水利局;配合单位:市住建局|35050011 35050012",
                "市生态环境局(牵头)、市水利局等|35050010 35050011",
                "市委办公室、市政府办公室|35050013 35050014",
                "泉州开发区、泉州台商投资区党工委和管委会|350590 350591",
                "晋江 市|350582",
                "(南安市)|350583",
                "市直牵头验收(监管)单位(市生态环境局)|35050010",
                "晋江市委、市政府,惠安县委、县政府|350582 350521",
            })
    void phrasesNameTheirUnits(String phrase, String codes) {
        Reading<List<UnitCode>> reading = phrases.read(phrase);

        assertThat(reading.fault()).isNull();
        assertThat(reading.value()).extracting(UnitCode::value).containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"各县(市、区)", "各县(市、区)人民政府", "各县(市、区)党委和人民政府", "各县市区", "各地", "各县(市、区)党委和人民政府,泉州开发区"})
    void everyCountyMeansCountiesAndZones(String phrase) {
        assertThat(phrases.read(phrase).value())
                .extracting(UnitCode::value)
                .containsExactlyInAnyOrder("350582", "350583", "350505", "350521", "350590", "350591");
    }

    @Test
    void unitNobodyKnowsIsNamedWithTheNearestName() {
        Reading<List<UnitCode>> reading = phrases.read("晋江市、泉州市水力局");

        assertThat(reading.fault()).contains("泉州市水力局").doesNotContain("晋江");
        assertThat(reading.remedy()).contains("泉州市水利局");
    }

    @Test
    void theCityItselfCannotBeGivenWork() {
        assertThat(phrases.read("泉州市人民政府").fault()).contains("不能承办");
    }

    @Test
    void unitsNotNamedAreLeftForTheCoordinator() {
        Reading<List<UnitCode>> reading = phrases.read("市直有关单位,晋江市");

        assertThat(reading.value()).extracting(UnitCode::value).containsExactly("350582");
        assertThat(reading.note()).contains("市直有关单位");
    }

    @Test
    void acceptanceByTheProvinceNamesNoUnitOfTheCity() {
        assertThat(phrases.read("(省级验收)").value()).isEmpty();
        assertThat(phrases.read("(省级验收)").note()).contains("确认交办");
    }

    @Test
    void emptyCellNamesNobody() {
        assertThat(phrases.read(" ").value()).isEmpty();
        assertThat(phrases.read("—").value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "泉州市", "全市", "晋江市", "晋江市池店镇", "各县(市、区)", "福建省泉州市泉港区", "惠安县、泉港区"})
    void regionsOfTheCityAreKnown(String region) {
        assertThat(phrases.inThisCity(region)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"三明市", "宿马园区", "福州市闽侯县", "四平市铁东区"})
    void otherCitiesAreNotOurs(String region) {
        assertThat(phrases.inThisCity(region)).isFalse();
    }
}
