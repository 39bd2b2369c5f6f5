package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The shipped ladder, a row a rule. */
@DubanTest
class EscalationLadderTest {

    @Autowired
    Decisions decisions;

    @ParameterizedTest(name = "{0} days, {1}, {2}, {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
             31 | 整改时限 | 单位   | 中 | 无         |                     | Nothing
             30 | 整改时限 | 单位   | 中 | 提醒       | 承办人              | LimitMonth
              7 | 整改时限 | 单位   | 中 | 提醒       | 承办人              | LimitSevenDays
              3 | 整改时限 | 单位   | 低 | 提醒负责人 | 承办人,负责人       | LimitThreeDays
              0 | 整改时限 | 单位   | 中 | 到期提醒   | 承办人,负责人       | LimitToday
             -1 | 整改时限 | 单位   | 高 | 超期       | 承办人,负责人,协调员 | LimitOverdue
             -4 | 整改时限 | 单位   | 中 | 超期       | 承办人,负责人,协调员 | LimitOverdue
             -5 | 整改时限 | 单位   | 中 | 建议黄牌   | 协调员              | LimitYellow
             -3 | 整改时限 | 单位   | 高 | 建议黄牌   | 协调员              | LimitYellowHigh
            -29 | 整改时限 | 单位   | 中 | 建议黄牌   | 协调员              | LimitYellow
            -30 | 整改时限 | 单位   | 中 | 建议红牌   | 协调员,领导         | LimitRed
            -15 | 整改时限 | 单位   | 高 | 建议红牌   | 协调员,领导         | LimitRedHigh
              3 | 办理期限 | 单位   | 中 | 无         |                     | Nothing
              2 | 办理期限 | 单位   | 中 | 提醒       | 承办人              | UnitTwoDays
              0 | 办理期限 | 单位   | 中 | 到期提醒   | 承办人              | UnitToday
             -1 | 办理期限 | 单位   | 中 | 超期       | 承办人,协调员       | UnitOverdue
             -3 | 办理期限 | 单位   | 中 | 提醒负责人 | 负责人,协调员       | UnitOverdueHead
            -10 | 办理期限 | 单位   | 中 | 建议黄牌   | 协调员              | UnitYellow
              0 | 办理期限 | 环委办 | 中 | 到期提醒   | 协调员              | OfficeToday
             -1 | 办理期限 | 环委办 | 中 | 超期       | 协调员              | OfficeOverdue
             -3 | 办理期限 | 环委办 | 中 | 提醒负责人 | 协调员,领导         | OfficeOverdueLeader
              0 | 办理期限 | 领导   | 中 | 到期提醒   | 领导                | LeaderToday
             -1 | 办理期限 | 领导   | 中 | 超期       | 领导,协调员         | LeaderOverdue
              7 | 信访办理期限 | 单位 | 中 | 提醒     | 承办人              | AnswerSevenDays
              2 | 信访办理期限 | 单位 | 中 | 提醒负责人 | 承办人,负责人     | AnswerTwoDays
              0 | 信访办理期限 | 单位 | 中 | 到期提醒 | 承办人,负责人       | AnswerToday
             -1 | 信访办理期限 | 单位 | 高 | 超期     | 承办人,负责人,协调员 | AnswerOverdue
             -3 | 信访办理期限 | 单位 | 中 | 建议黄牌 | 协调员              | AnswerYellow
            -10 | 信访办理期限 | 单位 | 中 | 建议红牌 | 协调员,领导         | AnswerRed
             -1 | 包案时限 | 领导   | 中 | 超期       | 领导,协调员         | LeadersCaseOverdue
              2 | 受理告知期限 | 环委办 | 中 | 提醒   | 协调员              | AcceptanceTwoDays
             -1 | 受理告知期限 | 环委办 | 中 | 超期   | 协调员              | AcceptanceOverdue
              4 | 书面答复期限 | 单位 | 中 | 无       |                     | Nothing
              3 | 书面答复期限 | 单位 | 中 | 提醒负责人 | 承办人,负责人     | CardReplyThreeDays
            -90 | 定期评估 | 单位   | 高 | 无         |                     | Nothing
            -90 | 公示期   | 单位   | 高 | 无         |                     | Nothing
            -90 | 随整改时限 | 单位 | 高 | 无         |                     | Nothing
            """)
    void everyRuleSaysWhatToDo(
            int daysLeft, String about, String holder, String priority, String action, String tell, String rule) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("daysLeft", daysLeft);
        asked.put("about", about);
        asked.put("holder", holder);
        asked.put("priority", priority);
        Match match = ladder().first(asked).orElseThrow();
        assertThat(match.text("action")).isEqualTo(action);
        assertThat(match.text("tell")).isEqualTo(tell == null ? "" : tell);
        assertThat(match.rule()).isEqualTo("Rule_" + rule);
        assertThat(match.annotation()).isNotBlank();
    }

    /** A rule that is added is added to the rows above too. */
    @Test
    void noRuleArrivesUntested() {
        assertThat(ladder().table().rules()).hasSize(30);
    }

    @Test
    void everyActionIsOneTheWatchKnows() {
        int action = ladder().table().inputs().size();
        assertThat(ladder().table().rules())
                .extracting(rule -> rule.cells().get(action).replace("\"", ""))
                .allMatch(word -> word.equals(LadderAction.NOTHING)
                        || LadderAction.of(word).isPresent());
    }

    private Decision ladder() {
        return decisions.latest(Ladders.TABLE);
    }
}
