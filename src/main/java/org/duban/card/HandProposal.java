package org.duban.card;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;

/** A proposal as a person files it. */
@Schema(description = "发牌建议 / A proposal for a card")
@JsonIgnoreProperties(ignoreUnknown = true)
public record HandProposal(
        @Schema(description = "案号 / Number of the problem or petition", example = "WT2026-000123")
        String subject,

        @Schema(description = "被警示单位代码；不填为牵头单位 / Unit; the lead unit when absent")
        String unit,

        @Schema(description = "情形 / Cause") CardCause cause,

        @Schema(description = "事实与证据 / The fact and what proves it")
        String text,

        @Schema(description = "建议的牌级，没有规则符合时必填 / Suggested colour; needed when no rule matches")
        CardColour colour,

        @Schema(description = "第三方评估组名称，代其提出时填写 / Name of the assessors it is filed for")
        String assessor,

        @Schema(description = "超期天数 / Days late") Integer daysLate,

        @Schema(description = "连续几个月未达序时进度 / Rounds behind schedule running")
        Integer roundsBehind,

        @Schema(description = "重复投诉件数 / Repeat letters") Integer repeatLetters,

        @Schema(description = "催办未回应次数 / Reminders left unanswered")
        Integer unansweredReminders,

        @Schema(description = "上级给的牌 / Card given by the province")
        CardColour superior) {}
