package org.duban.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One line of the list of cases, with names and the time left. */
@Schema(description = "台账中的一件 / One case of the ledger")
public record CaseItem(
        @Schema(description = "案号 / Case number", example = "WT2026-000123")
        String no,

        @Schema(description = "事项类别 / Flow", example = "problem")
        String flow,

        @Schema(description = "问题 / Title") String title,
        @Schema(description = "来源 / Source") String source,
        @Schema(description = "牵头单位 / Lead unit") UnitName leadUnit,
        @Schema(description = "责任单位 / Responsible units") List<UnitName> responsibleUnits,
        @Schema(description = "验收(监管)单位 / Supervising unit") UnitName supervisingUnit,
        @Schema(description = "状态 / State") Word state,

        @Schema(description = "时限类型 / Kind of deadline: DATE, PRECISION, IMMEDIATE, STANDING")
        String deadlineKind,

        @Schema(description = "到期日 / Last day; absent for 长期坚持")
        LocalDate dueOn,

        @Schema(description = "整改时限原文 / Time limit in words")
        String deadlineText,

        @Schema(description = "剩余工作日，超期为负 / Working days left, negative when over")
        Integer daysLeft,

        @Schema(description = "是否超期 / Overdue") boolean overdue,

        @Schema(description = "第几轮整改 / Rectification, 1 is the first")
        int rectification,

        @Schema(description = "在持的警示牌 yellow、red，没有则无 / Warning card in force, absent without one")
        String card,

        @Schema(description = "最近变动 / Last change") Instant updatedAt,
        @JsonIgnore String timeLeft,
        @JsonIgnore String urgency,
        @JsonIgnore CaseRow row) {

    /** A unit with the name to show. */
    @Schema(description = "单位 / Unit")
    public record UnitName(String code, String name) {}

    /** A constant with the office's word for it. */
    @Schema(description = "代码与名称 / Code and label")
    public record Word(String code, String label) {}
}
