package org.duban.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.duban.desk.card.CardList;
import org.duban.desk.card.CardListFilters;
import org.duban.desk.card.CardListFilters.Given;
import org.duban.desk.card.CardTab;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The filtered list of cards as a spreadsheet, written while it is read. */
@Controller
class CardExport {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CardList list;
    private final CardListFilters filters;
    private final Clock clock;

    CardExport(CardList list, CardListFilters filters, Clock clock) {
        this.list = list;
        this.filters = filters;
        this.clock = clock;
    }

    @GetMapping("/desk/cards/export.xlsx")
    void export(
            @RequestParam(name = "tab", required = false) String word,
            @ModelAttribute Given given,
            HttpServletResponse response)
            throws IOException {
        CardTab tab = Arrays.stream(CardTab.values())
                .filter(one -> one.issued() && one.word().equals(word))
                .findFirst()
                .orElse(null);
        // Read before the first byte goes out, so that a wrong filter still gets a page that says so.
        var filter = filters.of(given, tab);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("警示牌-" + LocalDate.now(clock) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (CardWorkbook workbook = new CardWorkbook(response.getOutputStream())) {
            list.export(filter, workbook::add);
        }
    }
}
