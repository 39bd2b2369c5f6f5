package org.duban.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How a case stood after a step. */
public record Moment(
        @Schema(description = "案件字段 / The case's fields") Map<String, Object> fields,

        @Schema(description = "流程与令牌 / Processes with their tokens")
        List<Run> runs,

        @Schema(description = "期限 / Deadlines") List<Limit> limits,
        @Schema(description = "佐证材料 / Evidence") List<Proof> files,
        @Schema(description = "提交的表单 / Forms as filed") List<Paper> papers,
        @Schema(description = "申请 / Requests") List<Request> requests,
        @Schema(description = "异议 / Objections") List<Objection> objections,
        @Schema(description = "消息 / Messages") List<Letter> messages,

        @Schema(description = "文书及送达 / Numbered documents and their service")
        List<Document> documents) {

    /** A deadline; {@code state} is open, standing (挂账), met or voided. */
    public record Limit(
            String id,
            String name,
            String kind,
            String clause,
            String startOn,
            String originalDueOn,
            String dueOn,
            String state,
            int moves) {

        public boolean open() {
            return "open".equals(state) || "standing".equals(state);
        }

        Limit due(String day, String became) {
            return new Limit(id, name, kind, clause, startOn, originalDueOn, day, became, moves + 1);
        }

        Limit closed(String became) {
            return new Limit(id, name, kind, clause, startOn, originalDueOn, dueOn, became, moves);
        }
    }

    /** A file by its hash; {@code state} is handedIn, filed or removed. */
    public record Proof(
            String id,
            String sha256,
            String fileName,
            String mediaType,
            Object size,
            String unit,
            String criterion,
            String takenOn,
            String place,
            String state) {}

    /** What a task form filed. */
    public record Paper(
            long step,
            Instant at,
            String element,
            String name,
            String actor,
            String actorName,
            String onBehalfOf,
            Object filed) {}

    /** 延期, 挂账 or 改派 as it stood; {@code state} is the last fact's word. */
    public record Request(
            String id,
            String kind,
            String wantedOn,
            String wantedLeadUnit,
            String reason,
            String state,
            String answer) {}

    /** From the public, while a notice ran. */
    public record Objection(String id, String channel, String text, Boolean upheld, String answer) {}

    /** A numbered document; {@code withdrawn} is why it was taken back, or null. */
    public record Document(
            String id,
            String kind,
            String number,
            String title,
            String fileName,
            String sha256,
            String unit,
            Instant at,
            String by,
            List<Served> served,
            String withdrawn) {}

    /** How a document went to a unit, or was signed for there; {@code what} is the fact's type. */
    public record Served(
            String what,
            Instant at,
            String unit,
            boolean copy,
            String channel,
            String sentTo,
            String result,
            String by,
            String onBehalfOf) {}

    /** A message that went out; read by whom first, or null. */
    public record Letter(
            long step, Instant at, String key, String group, String kind, String title, String text, String readBy) {}
}
