package org.duban.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.desk.card.CardList;
import org.duban.desk.card.CardListFilter;
import org.duban.desk.card.CardListFilters;
import org.duban.desk.card.CardListFilters.Given;
import org.duban.desk.card.CardTab;
import org.duban.journal.Accesses;
import org.duban.organisation.Units;
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
    private final Units units;
    private final Accesses accesses;
    private final Clock clock;

    CardExport(CardList list, CardListFilters filters, Units units, Accesses accesses, Clock clock) {
        this.units = units;
        this.accesses = accesses;
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
        accesses.export("警示牌清单", null, words(filter), response.getOutputStream(), out -> {
            try (CardWorkbook workbook = new CardWorkbook(out)) {
                list.export(filter, workbook::add);
                return workbook.lines();
            }
        });
    }

    private String words(CardListFilter filter) {
        return Stream.of(
                        said("", filter.tab(), CardTab::label),
                        said("单位：", filter.unit(), units::shortName),
                        said("牌级：", filter.colour(), CardColour::word),
                        said("状态：", filter.state(), CardState::label),
                        said("关键词：", filter.text(), text -> text),
                        said("自 ", filter.from(), LocalDate::toString),
                        said("至 ", filter.to(), LocalDate::toString))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private static <T> String said(String head, T value, Function<T, String> label) {
        return value == null ? "" : head + label.apply(value);
    }
}
