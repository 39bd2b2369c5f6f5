package org.duban.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A message as pages and programs show it. */
@Schema(description = "消息 / A message")
public record MessageItem(
        @Schema(description = "编号 / Id") long id,

        @Schema(description = "案号 / Case number, absent when it concerns no single case", example = "WT2026-000123")
        String caseNo,

        @Schema(description = "类别 / Kind") Word kind,

        @Schema(description = "标题 / Title") String title,

        @Schema(description = "内容 / Text") String text,

        @Schema(description = "办理地址 / Address in this application it leads to")
        String link,

        @Schema(description = "收件单位或岗位 / Candidate group it went to")
        Word group,

        @Schema(description = "发出时间 / When it went out") Instant sentAt,

        @Schema(description = "最先签阅：送达凭证 / Who of the group signed for it first; absent while nobody has")
        Receipt receipt,

        @Schema(description = "本人是否已签阅 / Read by the caller")
        boolean read,

        @JsonIgnore String place) {

    /** A code and the office's word for it. */
    public record Word(String code, String label) {}

    /** @param onBehalfOf name of the absent colleague the reader stood in for */
    public record Receipt(String name, String onBehalfOf, Instant at) {

        /** As a page shows it: 李四（代张三）. */
        public String who() {
            return onBehalfOf == null ? name : name + "（代" + onBehalfOf + "）";
        }
    }
}
