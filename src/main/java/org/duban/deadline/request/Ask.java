package org.duban.deadline.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** A request as a form or a program files it; units are codes. */
@Schema(description = "申请 / A request")
public record Ask(
        @Schema(description = "申请种类 / Kind: EXTENSION 延期, SUSPENSION 挂账, REASSIGNMENT 改派")
        RequestKind kind,

        @Schema(description = "对哪个期限提出；改派不填 / Id of the deadline; absent for a reassignment")
        Long deadlineId,

        @Schema(description = "希望延到的日期，或挂账截止日期 / New last day, or last day of the suspension")
        LocalDate day,

        @Schema(description = "建议的牵头单位，仅改派 / Suggested lead unit")
        String leadUnit,

        @Schema(description = "建议的责任单位，仅改派；不填则沿用 / Suggested responsible units")
        List<String> responsibleUnits,

        @Schema(description = "理由 / Reason") String reason,
        @Schema(description = "目前进展 / Progress so far") String progress) {}
