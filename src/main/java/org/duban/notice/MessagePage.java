package org.duban.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of messages, the newest first. */
@Schema(description = "一页消息，最新的在前 / A page of messages, the newest first")
public record MessagePage(
        @Schema(description = "本页消息 / Messages of this page")
        List<MessageItem> items,

        @Schema(description = "下一页的 after，没有则为 null / Value of after for the next page, null on the last")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        String next) {}
