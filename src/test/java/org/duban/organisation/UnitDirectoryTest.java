package org.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.DubanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class UnitDirectoryTest {

    private static final String LIST = """
            category,full_name,short_name,division_code,kind_note,confidence
            属地,晋江市,晋江,350582,县级市,confirmed
            市直部门,泉州市生态环境局,市生态环境局,,,confirmed
            协调机构,测试协调联络组,测试联络组,,临时机构,confirmed
            属地,测试岛县,测试岛,359901,"县(不参与交办)",confirmed
            """;

    @Autowired
    OrganisationFile file;

    @Autowired
    Units units;

    @Test
    void officesOwnListGoesInAndTheSecondTimeChangesNothing() {
        assertThat(file.importUnits(bytes(LIST)).errors()).isEmpty();
        List<Unit> once = units.all();
        assertThat(file.importUnits(bytes(LIST)).errors()).isEmpty();

        assertThat(units.all()).isEqualTo(once);
        assertThat(units.find("晋江").orElseThrow().code().value()).isEqualTo("350582");
        assertThat(units.find("测试联络组").orElseThrow().kind()).isEqualTo(UnitKind.OFFICE);
    }

    @Test
    void unitThatTakesNoPartIsKnownButGetsNoWork() {
        file.importUnits(bytes(LIST));

        assertThat(units.find("测试岛县")).isPresent();
        assertThat(units.workable()).extracting(Unit::name).doesNotContain("测试岛县");
    }

    @Test
    void unknownCategoryIsNamedWithItsRowAndNothingIsSaved() {
        var outcome = file.importUnits(bytes(LIST + "天外,测试天外局,天外局,,,\n"));

        assertThat(outcome.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(6);
            assertThat(error.message()).contains("天外").contains("可用的有");
        });
        assertThat(units.find("测试天外局")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
