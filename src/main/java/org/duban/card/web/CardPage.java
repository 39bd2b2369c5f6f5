package org.duban.card.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of the list of cards. */
@Schema(description = "一页红黄牌 / A page of cards")
record CardPage(
        @Schema(description = "本页各件 / Cards of this page") List<CardItem> items,

        @Schema(description = "下一页的 after，没有则为 null / Value of after for the next page, null on the last")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        String next,

        @Schema(description = "总数，最多数到 10000 / Number of cards, counted up to 10000")
        int total) {}
