package org.duban.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.duban.desk.CaseFilters;
import org.duban.desk.CaseOrder;
import org.duban.desk.FilterWords;
import org.duban.desk.Ledger;
import org.duban.desk.LedgerParameters;
import org.duban.journal.Accesses;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The filtered list as a spreadsheet, written while it is read. */
@Controller
class LedgerExport {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Ledger ledger;
    private final CaseFilters filters;
    private final FilterWords words;
    private final Accesses accesses;
    private final Clock clock;

    LedgerExport(Ledger ledger, CaseFilters filters, FilterWords words, Accesses accesses, Clock clock) {
        this.words = words;
        this.accesses = accesses;
        this.ledger = ledger;
        this.filters = filters;
        this.clock = clock;
    }

    @GetMapping("/desk/export.xlsx")
    void export(
            @ModelAttribute LedgerParameters given,
            @RequestParam(required = false) String sort,
            HttpServletResponse response)
            throws IOException {
        // Read before the first byte goes out, so that a wrong filter still gets a page that says so.
        var filter = filters.of(given);
        var order = CaseOrder.of(sort);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("问题台账-" + LocalDate.now(clock) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        accesses.export("问题台账", null, words.of(filter), response.getOutputStream(), out -> {
            try (LedgerWorkbook workbook = new LedgerWorkbook(out)) {
                ledger.export(filter, order, workbook::add);
                return workbook.lines();
            }
        });
    }
}
