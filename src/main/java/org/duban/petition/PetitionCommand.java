package org.duban.petition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a task form files, one record per form; fields are named as in the form and units are codes. */
public sealed interface PetitionCommand {

    /** 转办: the units and their shares, which add up to 1. */
    record Dispatch(List<ShareOf> shares, Boolean keyMark, String note) implements PetitionCommand {

        public record ShareOf(String unit, BigDecimal share) {}
    }

    /** 查重转办 as its task form files it: 转办, or the letter is declined (不予受理) or forwarded to others (转送). */
    record DispatchPetition(
            Choice decision,
            List<Dispatch.ShareOf> shares,
            Boolean keyMark,
            String note,
            String receiver,
            String reason)
            implements PetitionCommand {

        /** Left out means 转办, as the batch page files it. */
        public enum Choice {
            @JsonProperty("dispatch")
            DISPATCH,
            @JsonProperty("refuse")
            REFUSE,
            @JsonProperty("forward")
            FORWARD
        }
    }

    /** 签收 or 退单, by one unit. */
    record SignFor(Choice decision, ReturnReason reasonCode, String reason, String suggestedUnit)
            implements PetitionCommand {

        public enum Choice {
            @JsonProperty("sign")
            SIGN,
            @JsonProperty("return")
            RETURN
        }
    }

    /**
     * 裁定退单: the share stays, or goes to {@code unit}; or the letter as a whole is none of ours and is declined or
     * forwarded to {@code receiver}.
     */
    record ArbitrateReturn(Choice decision, String unit, String receiver, String reason) implements PetitionCommand {

        public ArbitrateReturn(Choice decision, String unit, String reason) {
            this(decision, unit, null, reason);
        }

        public enum Choice {
            @JsonProperty("keep")
            KEEP,
            @JsonProperty("reassign")
            REASSIGN,
            @JsonProperty("refuse")
            REFUSE,
            @JsonProperty("forward")
            FORWARD
        }
    }

    /** 指定承办单位, by the leader: final, and may name the same unit. */
    record DecideUnit(String unit, String reason) implements PetitionCommand {}

    /** 调查核实, by one unit. */
    record FileFindings(
            Verdict verdict,
            Outcome outcome,
            String findings,
            String handling,
            String goal,
            String accountability,
            Sanctions sanctions,
            LocalDate plannedOn)
            implements PetitionCommand {}

    /** 单位审签, by one unit's head. */
    record HeadSign(Choice decision, String reason) implements PetitionCommand {

        public enum Choice {
            @JsonProperty("sign")
            SIGN,
            @JsonProperty("return")
            RETURN
        }
    }

    /** 汇总答复: the answer of several units in one, by the head of the unit with the greatest share. */
    record CombineAnswer(String findings, String handling, String goal, String accountability)
            implements PetitionCommand {}

    /** 材料审核: passed, or 二次派单 to the same units. */
    record Review(Choice decision, String opinion) implements PetitionCommand {

        public enum Choice {
            @JsonProperty("pass")
            PASS,
            @JsonProperty("redispatch")
            REDISPATCH
        }
    }

    /** 报告后续进展, by the unit: a letter not settled yet has a new day. */
    record ReportProgress(String text, Boolean settled, LocalDate plannedOn) implements PetitionCommand {}

    /** 跟踪 of a letter settled for a stage: settled for good, goes on until another day, or becomes a problem. */
    record FollowUp(Choice decision, String text, LocalDate plannedOn) implements PetitionCommand {

        public enum Choice {
            @JsonProperty("done")
            DONE,
            @JsonProperty("continue")
            CONTINUE,
            @JsonProperty("problem")
            PROBLEM
        }
    }

    /** 回访. */
    record CallBack(Result result, String text, LocalDate on) implements PetitionCommand {

        public enum Result {
            @JsonProperty("satisfied")
            SATISFIED,
            @JsonProperty("dissatisfied")
            DISSATISFIED,
            @JsonProperty("unreached")
            UNREACHED
        }
    }

    /** 领导包案: who takes it, what is to be settled and how, who answers for it, until when. */
    record TakeUp(String leader, String task, String measures, String responsible, LocalDate dueOn)
            implements PetitionCommand {

        public TakeUp(String leader, String measures, LocalDate dueOn) {
            this(leader, null, measures, null, dueOn);
        }
    }

    /** 包案结束. */
    record Conclude(String text) implements PetitionCommand {}
}
