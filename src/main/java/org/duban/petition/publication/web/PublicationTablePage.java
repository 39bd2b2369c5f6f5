package org.duban.petition.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.duban.petition.publication.PublicTable;
import org.duban.petition.publication.PublicTables;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The table of a batch as the public could read it on a past day, for the office and the auditor: the public itself never
 * gets back what was corrected or withdrawn.
 */
@Controller
@RequestMapping("/desk/publication/{batch:\\d+}")
class PublicationTablePage {

    private final PublicationDesk desk;
    private final PublicTables tables;
    private final Clock clock;

    PublicationTablePage(PublicationDesk desk, PublicTables tables, Clock clock) {
        this.desk = desk;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/table")
    String table(@PathVariable long batch, @RequestParam(required = false) LocalDate day, Model model) {
        desk.onlyReaders();
        LocalDate asOf = day == null ? LocalDate.now(clock) : day;
        model.addAttribute("batch", desk.batch(batch));
        model.addAttribute("day", asOf);
        model.addAttribute("table", tables.asOf(batch, asOf).orElse(null));
        return "desk/publication-table";
    }

    @GetMapping("/table.xlsx")
    void workbook(@PathVariable long batch, @RequestParam(required = false) LocalDate day, HttpServletResponse response)
            throws IOException {
        desk.onlyReaders();
        LocalDate asOf = day == null ? LocalDate.now(clock) : day;
        PublicTable table =
                tables.asOf(batch, asOf).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        TableWorkbook.send(table, table.title() + "-" + asOf, response);
    }
}
