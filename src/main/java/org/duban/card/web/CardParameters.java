package org.duban.card.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;

/** The filter of a list of cards as an address carries it. */
record CardParameters(
        @Parameter(description = "单位代码或名称 / Unit") String unit,
        @Parameter(description = "牌级 / Colour: yellow, red") String colour,

        @Parameter(
                description = "状态，可多个 / One or more states: PROPOSED, REVIEWED, … ISSUED, SIGNED, … LIFTED, DROPPED, …")
        List<String> state,

        @Parameter(description = "案号 / Case the cards are about")
        String subject,

        @Parameter(description = "情形 / Cause, such as MISSED_NODE")
        String cause,

        @Parameter(description = "提出日期不早于 / Proposed on or after")
        LocalDate from,

        @Parameter(description = "提出日期不晚于 / Proposed on or before")
        LocalDate to) {}
