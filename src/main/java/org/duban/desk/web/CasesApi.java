package org.duban.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.duban.desk.CaseFilters;
import org.duban.desk.CaseOrder;
import org.duban.desk.CasePage;
import org.duban.desk.Ledger;
import org.duban.desk.LedgerParameters;
import org.duban.desk.PetitionLedger;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of cases. */
@RestController
@Tag(name = "案件 / Cases")
class CasesApi {

    private final Ledger ledger;
    private final PetitionLedger petitions;
    private final CaseFilters filters;

    CasesApi(Ledger ledger, PetitionLedger petitions, CaseFilters filters) {
        this.ledger = ledger;
        this.petitions = petitions;
        this.filters = filters;
    }

    /** A page of the cases the caller may see. */
    @GetMapping("/api/cases")
    @Operation(
            summary = "查询台账 / List cases",
            description = "只列出本人有权查看的案件。 / Only cases the caller may see; pass `next` as `after` to go on.")
    CasePage cases(
            @ParameterObject LedgerParameters filter,
            @Parameter(description = "排序列 no、source、leadUnit、dueOn、state，前加减号为倒序 / Sort column, minus for descending")
                    @RequestParam(required = false)
                    String sort,
            @Parameter(description = "每页件数，1 至 200 / Page size") @RequestParam(defaultValue = "50") int size,
            @Parameter(description = "上一页给出的 next / `next` of the page before") @RequestParam(required = false)
                    String after) {
        return "petition".equals(filter.flow())
                ? petitions.items(filters.petitions(filter, null), CaseOrder.of(sort), size, after)
                : ledger.page(filters.of(filter), CaseOrder.of(sort), size, after);
    }
}
