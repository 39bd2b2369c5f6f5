package org.duban.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** What a step changed. */
public record Difference(
        @Schema(description = "字段前后 / Fields before and after")
        List<FieldChange> fields,

        @Schema(description = "离开的环节 / Elements left") List<Moved> left,

        @Schema(description = "走过的连线 / Sequence flows taken")
        List<Moved> flows,

        @Schema(description = "到达的环节 / Elements entered") List<Moved> entered,
        @Schema(description = "期限变动 / Deadlines") List<LimitChange> limits,
        @Schema(description = "材料 / Files") List<FileChange> files,
        List<Moment.Paper> papers,
        @Schema(description = "发出的消息 / Messages sent") List<Moment.Letter> messages,
        @Schema(description = "规则判定 / Decisions") List<Ruling> decisions,
        @Schema(description = "手工操作 / Operations by hand") List<ByHand> operations,
        @Schema(description = "故障 / Faults") List<Fault> faults,
        @Schema(description = "事实 / Facts as announced") List<Told> facts,

        @Schema(description = "这一步提到的其他案件和流程 / Other cases and processes it names")
        List<String> linked) {

    /** A field of the case. */
    public record FieldChange(String field, Object before, Object after) {}

    /** An element of a model that a token left, took or reached. */
    public record Moved(String process, String element, String name, boolean canceled) {}

    /** What happened to a deadline; {@code what} is the fact's type. */
    public record LimitChange(
            String id,
            String name,
            String what,
            String before,
            String after,
            String reason,
            boolean afterExpiry,
            String clause) {}

    /** What happened to a file; {@code what} is the fact's type. */
    public record FileChange(String what, Moment.Proof file) {}

    /**
     * A decision that was taken.
     *
     * @param table id of the decision, or key and version such as {@code EscalationLadder:3}
     * @param rules ids of the rows that matched, or what names the row
     * @param clause what the matched row stands on, where the fact says it
     */
    public record Ruling(
            String key,
            String table,
            String name,
            List<String> rules,
            String clause,
            Map<String, Object> inputs,
            Map<String, Object> outputs) {}

    /** What the engine's log says somebody did by hand. */
    public record ByHand(
            String operation,
            String entity,
            String property,
            String before,
            String after,
            String annotation,
            boolean intervention) {}

    /** A job that failed or an incident. */
    public record Fault(String element, String message) {}

    /** A fact. */
    public record Told(String type, String unit, String by, String onBehalfOf, Map<String, Object> data) {}
}
