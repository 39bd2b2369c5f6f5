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

    @Test
    void noRuleArrivesUntested() {
        assertThat(decisions.latest(DeadlineRules.TABLE).table().rules()).hasSize(32);
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
