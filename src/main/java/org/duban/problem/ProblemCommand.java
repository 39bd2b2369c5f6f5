package org.duban.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a task form files, one record per form; fields are named as in the form and units are codes. */
public sealed interface ProblemCommand {

    /** 确认交办. */
    record ConfirmDispatch(
            String leadUnit,
            List<String> responsibleUnits,
            String supervisingUnit,
            DeadlineKind deadlineKind,
            LocalDate dueOn,
            String note)
            implements ProblemCommand {}

    /** 签收 or 退单. */
    record SignFor(Choice decision, ReturnReason reasonCode, String reason, String suggestedUnit)
            implements ProblemCommand {

        public enum Choice {
            @JsonProperty("sign")
            SIGN,
            @JsonProperty("return")
            RETURN
        }
    }

    /** 裁定退单. */
    record ArbitrateReturn(Choice decision, String leadUnit, List<String> responsibleUnits, String reason)
            implements ProblemCommand {

        public enum Choice {
            @JsonProperty("keep")
            KEEP,
            @JsonProperty("reassign")
            REASSIGN
        }
    }

    /** 指定牵头单位: final. */
    record DecideLeadUnit(String leadUnit, List<String> responsibleUnits, String reason) implements ProblemCommand {}

    /** 制定方案. */
    record MakePlan(String goal, String contact, String phone, List<PlannedMeasure> measures)
            implements ProblemCommand {

        /** {@code unit} may be empty: then the lead unit carries it out. */
        public record PlannedMeasure(String text, LocalDate dueOn, String responsiblePerson, String unit) {}
    }

    /** 审核方案. */
    record ReviewPlan(Choice decision, String reason) implements ProblemCommand {

        public enum Choice {
            @JsonProperty("accept")
            ACCEPT,
            @JsonProperty("return")
            RETURN
        }
    }

    /** 申报完成. */
    record ReportDone(String text, LocalDate completedOn, Map<Criterion, Report.Statement> criteria)
            implements ProblemCommand {}

    /** 单位负责人审签. */
    record HeadSign(Choice decision, String reason) implements ProblemCommand {

        public enum Choice {
            @JsonProperty("sign")
            SIGN,
            @JsonProperty("return")
            RETURN
        }
    }

    /** 初验. */
    record CheckPreliminarily(Choice decision, LocalDate checkedOn, String principal, String opinion)
            implements ProblemCommand {

        public enum Choice {
            @JsonProperty("pass")
            PASS,
            @JsonProperty("fail")
            FAIL
        }
    }

    /** 核查验收, criterion by criterion. */
    record Verify(LocalDate visitedOn, String visitors, Map<Criterion, Check.Finding> criteria, String opinion)
            implements ProblemCommand {}

    /** 登记异议; without a day it was received today. */
    record FileObjection(LocalDate receivedOn, String channel, String text) implements ProblemCommand {}

    /** 答复异议. */
    record AnswerObjection(Long objectionId, Boolean upheld, String answer) implements ProblemCommand {}

    /** 销号审批. */
    record ApproveStrikeOff(Choice decision, String opinion) implements ProblemCommand {

        public enum Choice {
            @JsonProperty("approve")
            APPROVE,
            @JsonProperty("reject")
            REJECT
        }
    }

    /** 回头看. */
    record LookBack(LocalDate visitedOn, Boolean relapsed, String finding) implements ProblemCommand {}

    /** 报告坚持情况. */
    record ReportStanding(String text) implements ProblemCommand {}

    /** 评估坚持情况. */
    record AssessStanding(Choice decision, String opinion, LocalDate dueOn) implements ProblemCommand {

        public enum Choice {
            @JsonProperty("continue")
            CONTINUE,
            @JsonProperty("convert")
            CONVERT
        }
    }
}
