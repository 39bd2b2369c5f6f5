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

    /** 裁定退单: the share stays, or goes to {@code unit}. */
    record ArbitrateReturn(Choice decision, String unit, String reason) implements PetitionCommand {

        public enum Choice {
            @JsonProperty("keep")
            KEEP,
            @JsonProperty("reassign")
            REASSIGN
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

    /** 材料审核: passed, or 二次派单 to the same units. */
    record Review(Choice decision, String opinion) implements PetitionCommand {

        public enum Choice {
            @JsonProperty("pass")
            PASS,
            @JsonProperty("redispatch")
            REDISPATCH
        }
    }

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

    /** 领导包案: who takes it, what is to be done, until when. */
    record TakeUp(String leader, String measures, LocalDate dueOn) implements PetitionCommand {}

    /** 包案结束. */
    record Conclude(String text) implements PetitionCommand {}
}
