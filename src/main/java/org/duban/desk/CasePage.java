package org.duban.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of the list of cases. */
@Schema(description = "一页台账 / A page of the ledger")
public record CasePage(
        @Schema(description = "本页各件 / Cases of this page") List<CaseItem> items,

        @Schema(description = "下一页的 after，没有则为 null / Value of after for the next page, null on the last")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        String next,

        @Schema(description = "总数，最多数到 10000 / Number of cases, counted up to 10000")
        int total,

        @Schema(description = "总数的写法，超过时为 10000+ / The number in words, 10000+ when there are more")
        String totalText) {}
