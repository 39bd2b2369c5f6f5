package org.duban.desk;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;

/** The filter of a list of cases as an address carries it. */
public record LedgerParameters(
        @Parameter(description = "事项类别 / Flow: problem, petition, card")
        String flow,

        @Parameter(description = "检索词：案号、标题、内容、单位，空格分开 / Words to look for")
        String q,

        @Parameter(description = "单位代码或名称 / Unit that leads, is responsible or supervises")
        String unit,

        @Parameter(description = "状态，可多个 / One or more states")
        List<String> state,

        @Parameter(description = "时限类型 / Kind of deadline: DATE, PRECISION, IMMEDIATE, STANDING")
        String deadlineKind,

        @Parameter(description = "只看超期 / Overdue only", example = "true")
        String overdue,

        @Parameter(description = "几天内到期 / Due within so many days")
        Integer dueWithin,

        @Parameter(description = "警示牌 / Warning card: yellow, red")
        String card) {}
