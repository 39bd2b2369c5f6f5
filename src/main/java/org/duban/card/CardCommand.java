package org.duban.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** What a task form of a card files, one record per form; fields are named as in the form. */
public sealed interface CardCommand {

    /** 通过 or 不通过. */
    enum Check {
        @JsonProperty("pass")
        PASS,
        @JsonProperty("fail")
        FAIL
    }

    /**
     * 审核发牌建议. What is left out is kept as the rule said it.
     *
     * @param demand what the unit is to do
     * @param reason why it is dropped, or why something was changed
     */
    record Review(Choice decision, CardColour colour, String clause, Integer replyDays, String demand, String reason)
            implements CardCommand {

        public enum Choice {
            @JsonProperty("keep")
            KEEP,
            @JsonProperty("drop")
            DROP
        }
    }

    /** 审批发牌. */
    record Approve(Choice decision, String reason) implements CardCommand {

        public enum Choice {
            @JsonProperty("approve")
            APPROVE,
            @JsonProperty("return")
            RETURN,
            @JsonProperty("refuse")
            REFUSE
        }
    }

    /** 签收警示通知书. */
    record SignFor(String note) implements CardCommand {}

    /** 整改并书面答复. */
    record ReplyTo(String text, LocalDate completedOn) implements CardCommand {}

    /** 核查答复. */
    record CheckReply(Check decision, String opinion) implements CardCommand {}

    /** 申请摘牌. */
    record ApplyForLifting(String text) implements CardCommand {}

    /** 现场核查. */
    record CheckSite(LocalDate visitedOn, String visitors, Check decision, String opinion) implements CardCommand {}

    /** 审批摘牌. */
    record ApproveLifting(Choice decision, String reason) implements CardCommand {

        public enum Choice {
            @JsonProperty("approve")
            APPROVE,
            @JsonProperty("reject")
            REJECT
        }
    }

    /** 裁定异议. */
    record DecideObjection(Boolean upheld, String answer) implements CardCommand {}

    /**
     * 落实后果. A talk needs place, people and minutes for its record; a letter of supervision what it asks for and by
     * when.
     */
    record CarryOut(
            LocalDate doneOn,
            String note,
            String place,
            String ledBy,
            String attendedBy,
            String minutes,
            String pledge,
            String demand,
            LocalDate replyOn)
            implements CardCommand {}
}
