package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duban.DubanTest;
import org.duban.card.ConsequenceRules.Facts;
import org.duban.card.ConsequenceRules.Following;
import org.duban.engine.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A row for every rule of both tables, and rows where none matches; the numbers of rules are pinned. */
@DubanTest
class CardDecisionTest {

    @Autowired
    CardRules rules;

    @Autowired
    ConsequenceRules consequences;

    @Autowired
    CardDecisionCheck cardCheck;

    @Autowired
    ConsequenceDecisionCheck consequenceCheck;

    @Autowired
    Decisions decisions;

    @ParameterizedTest(name = "{0} {10}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            MISSED_NODE         |  0 | 0 | 0 | 0 | 0 | -      | REPLY_MISSED | -      | RULE        | 中 | RED    | ReplyMissed
            MISSED_NODE         |  0 | 0 | 0 | 0 | 0 | -      | CHECK_FAILED | -      | RULE        | 中 | RED    | CheckFailed
            SUPERIOR_CARD       |  0 | 0 | 0 | 0 | 0 | YELLOW | NONE         | -      | COORDINATOR | 中 | RED    | Superior
            SUPERIOR_CARD       |  0 | 0 | 0 | 0 | 0 | RED    | NONE         | -      | COORDINATOR | 中 | RED    | Superior
            FALSE_REPORT        |  0 | 0 | 0 | 0 | 0 | -      | NONE         | -      | COORDINATOR | 中 | RED    | FalseReport
            RELAPSE             |  0 | 0 | 0 | 0 | 0 | -      | NONE         | -      | RULE        | 低 | RED    | Relapse
            MISSED_NODE         | 16 | 0 | 0 | 0 | 0 | -      | NONE         | RED    | RULE        | 高 | RED    | LateRed
            MISSED_NODE         | 30 | 0 | 0 | 0 | 0 | -      | NONE         | -      | COORDINATOR | 中 | RED    | LateLong
            MISSED_NODE         |  3 | 0 | 1 | 0 | 0 | -      | NONE         | YELLOW | RULE        | 中 | RED    | SecondLate
            BEHIND_SCHEDULE     |  0 | 2 | 1 | 0 | 0 | -      | NONE         | -      | RULE        | 中 | RED    | SecondBehind
            POOR_QUALITY        |  0 | 0 | 1 | 0 | 0 | -      | NONE         | -      | ASSESSOR    | 中 | RED    | SecondQuality
            REPEAT_LETTERS      |  0 | 0 | 2 | 2 | 0 | -      | NONE         | -      | RULE        | 中 | RED    | SecondLetters
            REMINDER_UNANSWERED | 10 | 0 | 1 | 0 | 1 | -      | NONE         | YELLOW | RULE        | 中 | RED    | SecondReminder
            MISSED_NODE         |  3 | 0 | 0 | 0 | 0 | -      | NONE         | YELLOW | RULE        | 高 | YELLOW | LateHigh
            MISSED_NODE         |  5 | 0 | 0 | 0 | 0 | -      | NONE         | YELLOW | RULE        | 中 | YELLOW | Late
            MISSED_NODE         | 29 | 0 | 0 | 0 | 0 | -      | NONE         | -      | RULE        | 低 | YELLOW | Late
            BEHIND_SCHEDULE     |  0 | 2 | 0 | 0 | 0 | -      | NONE         | -      | RULE        | 中 | YELLOW | Behind
            PERFUNCTORY         |  0 | 0 | 0 | 0 | 0 | -      | NONE         | -      | DEPARTMENT  | 中 | YELLOW | Quality
            REPEAT_LETTERS      |  0 | 0 | 0 | 2 | 0 | -      | NONE         | -      | RULE        | 中 | YELLOW | Letters
            REMINDER_UNANSWERED | 10 | 0 | 0 | 0 | 1 | -      | NONE         | YELLOW | RULE        | 中 | YELLOW | Reminder
            OTHER               |  0 | 0 | 0 | 0 | 0 | -      | NONE         | RED    | COORDINATOR | 中 | RED    | JudgedRed
            OTHER               |  0 | 0 | 3 | 0 | 0 | -      | NONE         | YELLOW | ASSESSOR    | 中 | YELLOW | JudgedYellow
            MISSED_NODE         |  4 | 0 | 0 | 0 | 0 | -      | NONE         | YELLOW | RULE        | 中 | -      | -
            MISSED_NODE         |  2 | 0 | 1 | 0 | 0 | -      | NONE         | -      | RULE        | 高 | -      | -
            BEHIND_SCHEDULE     |  0 | 1 | 4 | 0 | 0 | -      | NONE         | -      | RULE        | 高 | -      | -
            REPEAT_LETTERS      |  0 | 0 | 1 | 1 | 0 | -      | NONE         | -      | RULE        | 高 | -      | -
            OTHER               |  0 | 0 | 0 | 0 | 0 | -      | NONE         | RED    | RULE        | 高 | -      | -
            """)
    void theFactsGiveTheirCard(
            CardCause cause,
            int daysLate,
            int roundsBehind,
            int yellows,
            int letters,
            int reminders,
            CardColour superior,
            YellowOutcome outcome,
            CardColour suggested,
            ProposerKind proposer,
            String importance,
            CardColour expected,
            String rule) {
        CardFacts facts = CardFacts.of(cause, proposer)
                .late(daysLate)
                .behind(roundsBehind)
                .letters(letters)
                .reminded(reminders)
                .givenBySuperior(superior)
                .suggesting(suggested)
                .after(outcome)
                .onTask(yellows, importance);
        if (expected == null) {
            assertThat(rules.verdict(facts)).isEmpty();
            return;
        }
        Verdict verdict = rules.verdict(facts).orElseThrow();
        assertThat(verdict.colour()).isEqualTo(expected);
        assertThat(verdict.rule()).startsWith("CardDecision:").endsWith(" Rule_" + rule);
        assertThat(verdict.replyDays()).isEqualTo(expected == CardColour.RED ? 5 : 10);
        assertThat(verdict.approver()).isEqualTo(expected == CardColour.RED ? "领导小组领导" : "环委办主任");
        assertThat(verdict.clause()).contains("默认规则").contains("可改");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            YELLOW | MISSED_NODE  | 高 | 1 | 1 | 0 | -
            YELLOW | MISSED_NODE  | 中 | 2 | 2 | 0 | 专函督办/-/5,考核扣分/-1/-
            YELLOW | MISSED_NODE  | 中 | 1 | 5 | 0 | 约谈/-/10
            RED    | MISSED_NODE  | 中 | 0 | 0 | 1 | 考核扣分/-2/-,约谈/-/10
            RED    | MISSED_NODE  | 高 | 0 | 0 | 1 | 考核扣分/-2/-,约谈/-/10,挂牌督办/-/10
            RED    | MISSED_NODE  | 低 | 0 | 0 | 3 | 考核扣分/-2/-,约谈/-/10,区域限批/-/15
            RED    | FALSE_REPORT | 中 | 0 | 0 | 1 | 考核扣分/-2/-,约谈/-/10,移送问责/-/10
            """)
    void theCardBringsItsConsequences(
            CardColour colour,
            CardCause cause,
            String importance,
            int yellowsOnTask,
            int unitYellows,
            int unitReds,
            String expected) {
        List<String> found =
                consequences.of(new Facts(colour, cause, importance, yellowsOnTask, unitYellows, unitReds)).stream()
                        .map(CardDecisionTest::words)
                        .toList();
        assertThat(found).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
    }

    private static String words(Following one) {
        assertThat(one.clause()).contains("默认规则");
        assertThat(one.rule()).startsWith("ConsequenceDecision:");
        return one.kind().label() + "/" + (one.points() == null ? "-" : one.points()) + "/"
                + (one.days() == null ? "-" : one.days());
    }

    @Test
    void noRuleArrivesUntested() {
        assertThat(decisions.latest("CardDecision").table().rules()).hasSize(20);
        assertThat(decisions.latest("ConsequenceDecision").table().rules()).hasSize(8);
    }

    @Test
    void whoApprovesAColourTheTableSays() {
        assertThat(rules.approver(CardColour.YELLOW)).isEqualTo("环委办主任");
        assertThat(rules.approver(CardColour.RED)).isEqualTo("领导小组领导");
    }

    @Test
    void aTableThatMakesNoSenseIsNotTakenIn() throws IOException {
        assertThat(cardCheck.faults(table("CardDecision", "", ""))).isEmpty();
        assertThat(cardCheck.faults(table("CardDecision", "\"虚假整改\"", "\"谎报\"")))
                .anyMatch(fault -> fault.contains("没有“谎报”这个说法"));
        assertThat(cardCheck.faults(table("CardDecision", "<text>10</text>", "<text>90</text>")))
                .anyMatch(fault -> fault.contains("应为 1 至 60"));
        assertThat(consequenceCheck.faults(table("ConsequenceDecision", "", "")))
                .isEmpty();
        assertThat(consequenceCheck.faults(table("ConsequenceDecision", "<text>-1</text>", "<text>1</text>")))
                .anyMatch(fault -> fault.contains("小于 0"));
        assertThat(consequenceCheck.faults(table("ConsequenceDecision", "\"区域限批\"", "\"停批\"")))
                .anyMatch(fault -> fault.contains("后果"));
    }

    private static byte[] table(String key, String found, String instead) throws IOException {
        String text = Files.readString(Path.of("processes/card/" + key + ".dmn"));
        return (found.isEmpty() ? text : text.replace(found, instead)).getBytes(StandardCharsets.UTF_8);
    }
}
