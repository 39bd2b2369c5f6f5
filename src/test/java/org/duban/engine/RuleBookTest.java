package org.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.engine.RuleBook.Faulty;
import org.duban.engine.RuleBook.Upload;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@DubanTest
class RuleBookTest {

    private static final String LADDER = "EscalationLadder";
    private static final String RULES = "DeadlineRule";
    private static final Actor ADMIN = Actor.of("admin", "蔡雅芳");

    @Autowired
    RuleBook book;

    @Autowired
    Decisions decisions;

    @Autowired
    List<DecisionCheck> checks;

    @Autowired
    ModelDeployment models;

    @Autowired
    DeadlineLedger ledger;

    private String rules;
    private String ladder;

    @BeforeEach
    void whatIsInForce() {
        rules = inForce(RULES);
        ladder = inForce(LADDER);
    }

    /** The city is shared: its rules are put back as they were. */
    @AfterEach
    void putBack() {
        Map.of(RULES, rules, LADDER, ladder).forEach((key, dmn) -> {
            if (!inForce(key).equals(dmn)) {
                publish(key, dmn);
            }
        });
    }

    @Test
    void aGoodFileIsTheNextVersionAndIsUsedWhileOpenedDeadlinesKeepTheirDate() {
        CaseNo no = CaseNo.of("WT2025-910001");
        LocalDate monday = LocalDate.of(2025, 11, 3);
        LedgerEntry before = ledger.open(no, LedgerKind.TASK, "rules/1", "UserTask_AssessStanding", monday);
        int version = version(RULES);

        String longer = inRule(rules, "Rule_UserTask_AssessStanding", "<text>5</text>", "<text>7</text>");
        assertThat(publish(RULES, longer)).isEqualTo(version + 1);

        LedgerEntry after = ledger.open(no, LedgerKind.TASK, "rules/2", "UserTask_AssessStanding", monday);
        assertThat(before.currentDueOn()).isEqualTo("2025-11-10");
        assertThat(after.currentDueOn()).isEqualTo("2025-11-12");
        assertThat(ledger.byKey("rules/1").orElseThrow().currentDueOn()).isEqualTo("2025-11-10");
        RuleBook.Version newest = book.versions(RULES).get(0);
        assertThat(newest.change().by()).isEqualTo("admin");
        assertThat(newest.change().reason()).isEqualTo("环委办〔2026〕5号");
        assertThat(book.file(RULES, version))
                .hasValueSatisfying(dmn -> assertThat(text(dmn)).isEqualTo(rules));
    }

    @Test
    void theOfficesOwnVersionStaysInForceWhenANewerApplicationBringsAnother() {
        String changed = inRule(ladder, "Rule_LimitSevenDays", "&lt;= 7", "&lt;= 8");
        int version = publish(LADDER, changed);
        models.deploy();
        String newer = inRule(ladder, "Rule_LimitSevenDays", "&lt;= 7", "&lt;= 6");
        models.deployTable("processes/deadline/EscalationLadder.dmn", new ByteArrayResource(bytes(newer)));
        decisions.forget();
        assertThat(version(LADDER)).isEqualTo(version);
        assertThat(book.faultsInForce(LADDER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rule_UserTask_SignFor  | \"工作日\" | 工作日         | 第 2 行“计算单位”：内容 工作日 读不出值，文字请加英文双引号",
                "Rule_UserTask_SignFor  | \"工作日\" | “工作日”       | 第 2 行“计算单位”：内容 “工作日” 用了中文引号",
                "Rule_UserTask_SignFor  | \"工作日\" | \"工作天\"     | 第 2 行：计算单位“工作天”应为",
                "Rule_UserTask_SignFor  | >2<        | >\"两\"<       | 第 2 行“时长”：应填整数",
                "Rule_UserTask_SignFor  | >2<        | >0<            | 第 2 行：时长“0”应为 1 至",
                "Rule_UserTask_SignFor  | \"问题\"   | 问题           | 第 2 行“事项”：内容 问题 读不出值",
                "Rule_UserTask_SignFor  | \"问题\"   | \"工单\"       | UserTask_SignFor",
                "Rule_UserTask_SignFor  | \"不计\"   | \"\"           | 第 2 行：起算当日“”应为",
                "Rule_UserTask_SignFor  | \"签收\"   | \"签\" + 1     | 第 2 行“期限名称”：内容 \"签\" + 1 与这一栏的类型不符",
                "Rule_UserTask_SignFor  | UserTask_SignFor\" | UserTask_Other\" | 现行第 2 行管的情形（事项 问题，环节 UserTask_SignFor）",
            })
    void aWrongCellIsNamedByRowAndColumnAndNothingIsDeployed(String rule, String old, String wrong, String sentence) {
        int version = version(RULES);
        Faulty faulty = catchThrowableOfType(
                Faulty.class, () -> publish(RULES, inRule(rules, rule, old.strip(), wrong.strip())));
        assertThat(faulty).as(wrong).isNotNull();
        assertThat(faulty.faults()).anySatisfy(fault -> assertThat(fault).contains(sentence.strip()));
        assertThat(version(RULES)).isEqualTo(version);
        assertThat(book.versions(RULES)).hasSize(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hitPolicy=\"FIRST\"         | hitPolicy=\"COLLECT\"     | 命中策略改成了 COLLECT",
                "name=\"catchUp\"            | name=\"makeUp\"           | 结果列“错过须补办”不见了",
                "<text>holder</text>         | <text>keeper</text>       | 条件列“责任方”不见了",
                "typeRef=\"boolean\"         | typeRef=\"string\"        | 的类型改成了 string",
                "\"提醒负责人\"              | \"点名批评\"              | “点名批评”应为提醒、提醒负责人",
                "\"协调员,领导\"             | \"协调员,市长\"           | “告知对象”：“市长”应为承办人、负责人",
                "\"环委办\"                  | \"办公室\"                | “责任方”：没有“办公室”这个说法",
                "<description>剩 7 天提醒承办人 | <description> | “依据”：没有填写",
            })
    void aTableThatTheWatchCouldNotReadIsRefused(String old, String wrong, String sentence) {
        Faulty faulty =
                catchThrowableOfType(Faulty.class, () -> publish(LADDER, ladder.replace(old.strip(), wrong.strip())));
        assertThat(faulty).as(wrong).isNotNull();
        assertThat(faulty.faults()).anySatisfy(fault -> assertThat(fault).contains(sentence.strip()));
    }

    @Test
    void everyTableOfTheApplicationPassesItsOwnChecks() {
        for (Decisions.Table table : decisions.all()) {
            byte[] dmn = book.file(table.key(), table.version()).orElseThrow();
            DecisionFile file = DecisionFile.read(table.key(), dmn);
            assertThat(DecisionFaults.of(file, file)).as(table.key()).isEmpty();
            List<DecisionCheck> own = checks.stream()
                    .filter(check -> check.key().equals(table.key()))
                    .toList();
            assertThat(own).as("a module checks " + table.key()).isNotEmpty();
            own.forEach(check -> assertThat(check.faults(dmn)).as(table.key()).isEmpty());
        }
    }

    @Test
    void aRequestNobodyCouldApproveIsRefused() {
        String caps = inForce("ExtensionRule");
        Faulty faulty =
                catchThrowableOfType(Faulty.class, () -> publish("ExtensionRule", caps.replace("\"领导\"", "\"市长\"")));
        assertThat(faulty.faults()).containsExactly("第 2 行“审批人”：“市长”应为协调员、领导、不予受理。", "第 6 行“审批人”：“市长”应为协调员、领导、不予受理。");
    }

    @Test
    void aFileThatIsNoSuchTableIsRefusedWithASentence() {
        refused("not a model at all", "不是有效的 DMN 决策表");
        refused("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + rules.substring(38), "不是有效的 DMN 决策表");
        refused(ladder, "没有编号为“DeadlineRule”的决策表");
        refused(rules.replace("<dmndi:DMNDI>", second() + "<dmndi:DMNDI>"), "还有别的决策");
        refused(
                rules.replaceFirst("<inputExpression ", "<inputExpression expressionLanguage=\"javascript\" "),
                "FEEL 以外的表达式语言");
        refused("", "没有收到文件");
        refused(rules, "完全相同");
    }

    @Test
    void whoLookedAtAnOlderVersionIsAskedToLookAgain() {
        int version = version(RULES);
        String changed = inRule(rules, "Rule_UserTask_AssessStanding", "<text>5</text>", "<text>6</text>");
        assertThatThrownBy(() -> book.publish(
                        new Upload(RULES, version - 1, "DeadlineRule.dmn", bytes(changed), "环委办〔2026〕5号"), ADMIN))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已更新为第 " + version + " 版");
        assertThatThrownBy(
                        () -> book.publish(new Upload(RULES, version, "DeadlineRule.dmn", bytes(changed), " "), ADMIN))
                .hasMessageContaining("请填写修改原因");
    }

    private void refused(String dmn, String sentence) {
        assertThatThrownBy(() -> publish(RULES, dmn))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private static String second() {
        return """
                <decision id="Second" name="另一个"><decisionTable id="T2" hitPolicy="FIRST">
                <output id="O2" name="x" typeRef="string"/>
                <rule id="R2"><outputEntry id="E2"><text>"x"</text></outputEntry></rule>
                </decisionTable></decision>""";
    }

    private int publish(String key, String dmn) {
        return book.publish(new Upload(key, version(key), key + ".dmn", bytes(dmn), "环委办〔2026〕5号"), ADMIN);
    }

    private static String inRule(String dmn, String rule, String old, String replacement) {
        int from = dmn.indexOf("<rule id=\"" + rule + "\"");
        int to = dmn.indexOf("</rule>", from);
        String row = dmn.substring(from, to);
        assertThat(row).contains(old);
        return dmn.substring(0, from) + row.replace(old, replacement) + dmn.substring(to);
    }

    private int version(String key) {
        return book.versions(key).get(0).table().version();
    }

    private String inForce(String key) {
        return text(book.file(key, version(key)).orElseThrow());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] dmn) {
        return new String(dmn, StandardCharsets.UTF_8);
    }
}
