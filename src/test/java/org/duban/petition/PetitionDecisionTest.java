package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerKind;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.duban.kernel.CaseNo;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The shipped tables about letters, a row a rule: how long each kind has, and to whom it is proposed. */
@DubanTest
class PetitionDecisionTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Decisions decisions;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    CityClock clock;

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {5} {6}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            来信  | 中央 | false | 办理答复 | CentralAnswer    | 10 | 自然日
            来电  | 中央 | true  | 办理答复 | CentralAnswer    | 10 | 自然日
            来信  | 省级 | false | 办理答复 | ProvincialAnswer | 7  | 自然日
            12345 | 日常 | false | 办理答复 | HotlineAnswer    | 7  | 自然日
            12345 | 日常 | true  | 办理答复 | HotlineAnswer    | 7  | 自然日
            平台  | 日常 | true  | 办理答复 | KeyAnswer        | 30 | 自然日
            微信  | 日常 | false | 办理答复 | DailyAnswer      | 60 | 自然日
            来访  | 日常 | false | 办理答复 | DailyAnswer      | 60 | 自然日
            来电  | 中央 | false | 受理告知 | InspectionAccept | -  | 不计
            来信  | 省级 | true  | 受理告知 | ProvincialAccept | -  | 不计
            12345 | 日常 | false | 受理告知 | HotlineAccept    | 1  | 工作日
            平台  | 日常 | false | 受理告知 | DailyAccept      | 15 | 自然日
            来信  | 中央 | false | 再次办理 | CentralAgain     | 5  | 自然日
            来信  | 省级 | false | 再次办理 | ProvincialAgain  | 5  | 自然日
            12345 | 日常 | true  | 再次办理 | HotlineAgain     | 7  | 自然日
            平台  | 日常 | true  | 再次办理 | DailyAgain       | 15 | 自然日
            平台  | 日常 | false | 回访     | -                | -  | -
            平台  | 县级 | false | 办理答复 | -                | -  | -
            """)
    void howLongALetterHas(
            String channel, String level, boolean key, String step, String rule, Integer amount, String unit) {
        Optional<Match> match =
                table(PetitionRules.TABLE).first(Map.of("channel", channel, "level", level, "key", key, "step", step));
        assertThat(match.map(Match::rule)).isEqualTo(Optional.ofNullable(rule).map(name -> "Rule_" + name));
        match.ifPresent(row -> {
            assertThat(row.number("amount")).isEqualTo(amount);
            assertThat(row.text("unit")).isEqualTo(unit);
            assertThat(row.annotation())
                    .as("source, or said to be the office's")
                    .isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}: {4} {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            沥青拌合     | 大气 | true  | Motorway       | 市交通运输局   | 0.3
            水库         | 水   | true  | River          | 市水利局       | 0.3
            红树林       | 生态 | true  | Sea            | 市海洋渔业局   | 0.3
            养猪场       | 水   | true  | Farm           | 市农业农村局   | 0.2
            采石         | 生态 | true  | Mine           | 市资源规划局   | 0.3
            毁林         | 生态 | true  | Forest         | 市林业局       | 0.3
            渗滤液       | 水   | true  | Landfill       | 市城管局       | 0.3
            鞋厂         | 大气 | true  | Place          | 属地           | 1.0
            水库         | 海洋 | false | SeaNowhere     | 市海洋渔业局   | 1.0
            鞋厂         | 生态 | false | EcologyNowhere | 市资源规划局   | 1.0
            鞋厂         | 大气 | false | Nowhere        | 市生态环境局   | 1.0
            鞋厂         | 大气 | -     | -              | -              | -
            """)
    void toWhomALetterIsProposed(
            String keyword, String type, Boolean districtKnown, String rule, String unit, Double share) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("keyword", keyword);
        asked.put("type", type);
        asked.put("districtKnown", districtKnown);
        Optional<Match> match = table(Proposals.TABLE).first(asked);
        assertThat(match.map(Match::rule)).isEqualTo(Optional.ofNullable(rule).map(name -> "Rule_" + name));
        match.ifPresent(row -> {
            assertThat(row.text("unit")).isEqualTo(unit);
            assertThat(row.outputs().get("share")).isEqualTo(share);
            assertThat(row.annotation()).isNotBlank();
        });
    }

    /** A rule that is added is added to the rows above too. */
    @Test
    void noRuleArrivesUntested() {
        assertThat(table(PetitionRules.TABLE).table().rules()).hasSize(13);
        assertThat(table(Proposals.TABLE).table().rules()).hasSize(11);
    }

    @Test
    void everyChannelHasItsClocks() {
        for (Channel channel : Channel.values()) {
            for (String level : PetitionRules.LEVELS) {
                for (String step : List.of(PetitionRules.ANSWER, PetitionRules.ACCEPTANCE, PetitionRules.AGAIN)) {
                    assertThat(table(PetitionRules.TABLE)
                                    .first(Map.of(
                                            "channel", channel.label(), "level", level, "key", false, "step", step)))
                            .as(channel.label() + level + step)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void aLetterFromTheHotlineIsSignedForInAWorkingDayAndAnsweredInSeven() {
        LetterBox box = new LetterBox(application).on("2086-03-04");
        CaseNo no = box.register(box.letter("RX20860304001", null, Channel.HOTLINE, "晋江市某烧烤店油烟扰民，热线转来。"));
        assertThat(dueOn(no, LedgerKind.ANSWER)).isEqualTo("2086-03-11");
        assertThat(dueOn(no, LedgerKind.ACCEPTANCE)).isEqualTo("2086-03-05");
        assertThat(application
                        .getBean(PetitionStore.class)
                        .find(no)
                        .orElseThrow()
                        .course()
                        .dueOn())
                .isEqualTo("2086-03-11");
    }

    private LocalDate dueOn(CaseNo no, LedgerKind kind) {
        return ledger.current(no).stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .currentDueOn();
    }

    private Decision table(String key) {
        return decisions.latest(key);
    }
}
