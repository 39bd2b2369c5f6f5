package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.duban.DubanTest;
import org.duban.engine.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The shipped periods, a row a rule. */
@DubanTest
class DeadlineRuleTest {

    @Autowired
    Decisions decisions;

    @Autowired
    DeadlineRules rules;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            UserTask_ConfirmDispatch       | 确认交办     | 1 个工作日，起算当日不计
            UserTask_SignFor               | 签收         | 2 个工作日，起算当日不计
            UserTask_ArbitrateReturn       | 裁定退单     | 8 个工作小时
            UserTask_DecideLeadUnit        | 指定牵头单位 | 2 个工作日，起算当日不计
            UserTask_MakePlan              | 制定方案     | 10 个工作日，起算当日不计
            UserTask_ReviewPlan            | 审核方案     | 3 个工作日，起算当日不计
            UserTask_ReportDone            | 申报完成     | 15 个自然日，起算当日不计
            UserTask_HeadSign              | 单位负责人审签 | 2 个工作日，起算当日不计
            UserTask_CheckPreliminarily    | 初验         | 5 个工作日，起算当日不计
            UserTask_Verify                | 核查验收     | 10 个工作日，起算当日不计
            UserTask_AnswerObjection       | 答复异议     | 5 个工作日，起算当日不计
            UserTask_ApproveStrikeOff      | 销号审批     | 3 个工作日，起算当日不计
            UserTask_LookBack              | 回头看       | 10 个工作日，起算当日不计
            UserTask_ReportStanding        | 报告坚持情况 | 5 个工作日，起算当日不计
            UserTask_AssessStanding        | 评估坚持情况 | 5 个工作日，起算当日不计
            immediate                      | 立行立改     | 15 个自然日，起算当日不计
            publicNotice                   | 公示         | 10 个工作日，起算当日计入
            lookBack.HIGH                  | 高风险问题回头看 | 3 个月
            lookBack.MEDIUM                | 中风险问题回头看 | 6 个月
            lookBack.LOW                   | 低风险问题回头看 | 12 个月
            standingReview                 | 长期坚持定期评估 | 6 个月
            UserTask_SignRequest           | 申请审签     | 2 个工作日，起算当日不计
            UserTask_DecideRequest         | 审批申请     | 2 个工作日，起算当日不计
            UserTask_DecideRequestByLeader | 领导审批申请 | 3 个工作日，起算当日不计
            suspension                     | 挂账期       | 180 个自然日，起算当日不计
            UserTask_SignReassignment           | 改派申请审签 | 2 个工作日，起算当日不计
            UserTask_DecideReassignment         | 审批改派     | 2 个工作日，起算当日不计
            UserTask_DecideReassignmentByLeader | 领导审批改派 | 3 个工作日，起算当日不计
            """)
    void everyPeriodOfAProblem(String step, String name, String period) {
        DeadlineRule rule = rules.of(SubjectKind.PROBLEM, step);
        assertThat(rule.name()).isEqualTo(name);
        assertThat(rule.period().text()).isEqualTo(period);
        assertThat(rule.clause()).isNotBlank();
        assertThat(rule.version()).startsWith("DeadlineRule:");
        assertThat(rule.subjectDate()).isEqualTo(step.equals("UserTask_ReportDone"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            UserTask_ReportRound | 填报月调度 | 5 个工作日，起算当日不计
            roundCutOff          | 月调度冻结 | 3 个工作日，起算当日不计
            """)
    void everyPeriodOfARound(String step, String name, String period) {
        DeadlineRule rule = rules.of(SubjectKind.ROUND, step);
        assertThat(rule.name()).isEqualTo(name);
        assertThat(rule.period().text()).isEqualTo(period);
        assertThat(rule.clause()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            UserTask_ReviewCard          | 审核发牌建议   | 2 个工作日，起算当日不计
            UserTask_ApproveCard         | 审批发牌       | 3 个工作日，起算当日不计
            UserTask_SignForCard         | 签收警示通知书 | 2 个工作日，起算当日不计
            UserTask_ReplyToCard         | 整改并书面答复 | 10 个工作日，起算当日不计
            UserTask_CheckCardReply      | 核查答复       | 5 个工作日，起算当日不计
            UserTask_ApplyForLifting     | 申请摘牌       | 20 个工作日，起算当日不计
            UserTask_CheckLifting        | 摘牌现场核查   | 10 个工作日，起算当日不计
            UserTask_ApproveLifting      | 审批摘牌       | 3 个工作日，起算当日不计
            UserTask_DecideCardObjection | 裁定警示异议   | 5 个工作日，起算当日不计
            UserTask_CarryOutConsequence | 落实后果       | 10 个工作日，起算当日不计
            cardReply                    | 书面答复       | 10 个工作日，起算当日不计
            """)
    void everyPeriodOfACard(String step, String name, String period) {
        DeadlineRule rule = rules.of(SubjectKind.CARD, step);
        assertThat(rule.name()).isEqualTo(name);
        assertThat(rule.period().text()).isEqualTo(period);
        assertThat(rule.subjectDate()).isEqualTo(step.equals("UserTask_ReplyToCard") || step.equals("cardReply"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            UserTask_DispatchPetition  | 查重转办     | 1 个自然日，起算当日计入
            UserTask_SignForPetition   | 签收         | 1 个工作日，起算当日不计
            UserTask_ArbitratePetition | 裁定退单     | 4 个工作小时
            UserTask_AppointUnit       | 指定承办单位 | 1 个工作日，起算当日不计
            UserTask_Investigate       | 调查核实     | 7 个自然日，起算当日不计
            UserTask_SignFindings      | 单位审签     | 1 个工作日，起算当日不计
            UserTask_CombineAnswer     | 汇总答复     | 1 个工作日，起算当日不计
            UserTask_ReviewAnswer      | 材料审核     | 2 个工作日，起算当日不计
            UserTask_ReportProgress    | 报告后续进展 | 3 个工作日，起算当日不计
            UserTask_AssessProgress    | 核定后续进展 | 2 个工作日，起算当日不计
            UserTask_CallBack          | 回访         | 10 个工作日，起算当日不计
            UserTask_TakeUpCase        | 确定领导包案 | 5 个工作日，起算当日不计
            UserTask_ConcludeCase      | 审定包案结果 | 60 个自然日，起算当日不计
            UserTask_SignRequest           | 申请审签     | 1 个工作日，起算当日不计
            UserTask_DecideRequest         | 审批申请     | 2 个工作日，起算当日不计
            UserTask_DecideRequestByLeader | 领导审批申请 | 2 个工作日，起算当日不计
            """)
    void everyPeriodOfALettersTasks(String step, String name, String period) {
        DeadlineRule rule = rules.of(SubjectKind.PETITION, step);
        assertThat(rule.name()).isEqualTo(name);
        assertThat(rule.period().text()).isEqualTo(period);
        assertThat(rule.clause()).isNotBlank();
        assertThat(rule.subjectDate()).isEqualTo(step.matches("UserTask_(Investigate|ConcludeCase)"));
    }

    @Test
    void noRuleArrivesUntested() {
        assertThat(decisions.latest(DeadlineRules.TABLE).table().rules()).hasSize(59);
    }

    static List<String> tasks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                    .map(UserTask::getId)
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyTaskOfEveryModelHasAPeriod(String task) {
        assertThat(Stream.of(SubjectKind.values())
                        .filter(kind -> known(kind, task))
                        .count())
                .isPositive();
    }

    private boolean known(SubjectKind kind, String task) {
        try {
            return rules.of(kind, task) != null;
        } catch (IllegalStateException noRow) {
            return false;
        }
    }
}
