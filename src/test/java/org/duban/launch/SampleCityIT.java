package org.duban.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The default run: a newcomer's first start, and the second one. */
class SampleCityIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Three lists, and two that letters became. */
    private static final int PROBLEMS = 202 + 30 + 11 + 2;

    @Test
    void cityStandsWhereTheReportSaysAndTheSecondStartChangesNothing() throws Exception {
        Path folder = Files.createTempDirectory("city");
        Map<String, String> settings = Map.of(
                "DUBAN_FOLDER",
                folder.toString(),
                "DUBAN_POSTGRES_DURABLE",
                "false",
                "DUBAN_POSTGRES_BINARIES",
                Path.of("target/postgres-binaries").toAbsolutePath().toString());
        try (ChildDuban city = ChildDuban.classes(settings)) {
            city.waitUntilReady();
            city.waitFor(() -> ready(city));

            assertThat(city.output()).doesNotContain("没有全部重现").contains("coordinator");
            assertThat(total(city, "")).isEqualTo(PROBLEMS);
            // Struck off: 29 of the first round, among them those looked at again.
            assertThat(total(city, "&state=STRUCK_OFF") + total(city, "&state=CLOSED"))
                    .isGreaterThan(29 + 100);
            assertThat(total(city, "&overdue=true")).isBetween(5, 20);
            assertThat(city.get("/desk/rounds", "coordinator").body())
                    .contains("已冻结")
                    .contains("填报中");
            // An inspection of fifteen batches and a year of the platform.
            assertThat(total(city, "&flow=petition")).isEqualTo(172 + 1_587);
            assertThat(city.get("/desk/batches", "coordinator").body())
                    .contains("第十五批")
                    .contains("第一批");
            assertThat(city.output()).doesNotContain("没有转办");
            assertThat(city.output()).doesNotContain("没有填报");
            assertThat(city.get("/desk/cards?tab=review", "coordinator").body()).contains("建议黄牌");
            assertThat(city.get("/desk/cards?tab=force", "coordinator").body())
                    .contains("由黄牌转")
                    .contains("整改答复中");
            assertThat(city.get("/desk/cards?tab=lifted", "coordinator").body()).contains("/desk/cards/HP");
            assertThat(city.get("/desk/cards?tab=none", "coordinator").body()).contains("不予发牌");
            lettersAreAtWork(city);
            assertThat(city.get("/engine-rest/incident/count", "admin").body()).contains("\"count\":0");
        }
        try (ChildDuban again = ChildDuban.classes(settings)) {
            again.waitUntilReady();

            assertThat(total(again, "")).isEqualTo(PROBLEMS);
            assertThat(total(again, "&flow=petition")).isEqualTo(172 + 1_587);
            assertThat(again.output()).doesNotContain("正在准备样例城市");
        }
    }

    private static void lettersAreAtWork(ChildDuban city) throws Exception {
        // Whole batch 15 and half of what the platform brought lately are the reader's to try.
        assertThat(tasks(city, "UserTask_DispatchPetition")).isGreaterThanOrEqualTo(10 + 10);
        assertThat(city.get("/desk/platform", "coordinator").body()).contains("待转办");
        assertThat(tasks(city, "UserTask_SignForPetition")).isGreaterThan(10);
        assertThat(tasks(city, "UserTask_Investigate")).isGreaterThan(5);
        assertThat(tasks(city, "UserTask_SignFindings")).isEqualTo(4);
        assertThat(tasks(city, "UserTask_ReviewAnswer")).isEqualTo(4);
        assertThat(tasks(city, "UserTask_ArbitratePetition")).isEqualTo(1);
        assertThat(tasks(city, "UserTask_CallBack")).isEqualTo(2);
        assertThat(tasks(city, "UserTask_ReportProgress")).isEqualTo(1);
        assertThat(tasks(city, "UserTask_AssessProgress")).isEqualTo(1);
        assertThat(tasks(city, "UserTask_TakeUpCase")).isEqualTo(1);
        assertThat(tasks(city, "UserTask_ConcludeCase")).isEqualTo(1);
        assertThat(total(city, "&flow=petition&state=FOLLOW_UP")).isEqualTo(3);
        assertThat(city.get("/desk/leaders", "leader").body()).contains("林副市长").contains("待确定");
        assertThat(city.get("/desk/repeats/look-backs", "coordinator").body())
                .contains("石井镇")
                .contains("已安排回头看");
        // The look-back that was arranged is the coordinator's task.
        assertThat(tasks(city, "UserTask_LookBack")).isGreaterThan(0);
    }

    private static int tasks(ChildDuban city, String element) throws Exception {
        return JSON.readTree(city.get("/engine-rest/task/count?taskDefinitionKey=" + element, "admin")
                        .body())
                .path("count")
                .asInt(-1);
    }

    private static boolean ready(ChildDuban city) {
        try {
            return city.output().contains("样例城市已就绪");
        } catch (IOException e) {
            return false;
        }
    }

    private static int total(ChildDuban city, String filter) throws Exception {
        JsonNode answer = JSON.readTree(
                city.get("/api/cases?size=1" + filter, "coordinator").body());
        return answer.path("total").asInt(-1);
    }
}
