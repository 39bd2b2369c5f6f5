package org.duban.round.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.duban.journal.Accesses;
import org.duban.kernel.CaseNo;
import org.duban.round.Round;
import org.duban.round.Rounds;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A round as a spreadsheet, written while it is read. */
@Controller
class RoundExport {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rounds rounds;
    private final RoundDesk desk;
    private final Accesses accesses;

    RoundExport(Rounds rounds, RoundDesk desk, Accesses accesses) {
        this.accesses = accesses;
        this.rounds = rounds;
        this.desk = desk;
    }

    @GetMapping("/desk/rounds/{month:\\d{4}-\\d{2}}/export.xlsx")
    void export(@PathVariable String month, HttpServletResponse response) throws IOException {
        desk.onlyReaders();
        Round round = known(month);
        Set<CaseNo> twice = new HashSet<>(rounds.behindTwice(round.no()));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(round.title() + "表.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        accesses.export("月调度表", round.no().value(), "", response.getOutputStream(), out -> {
            long[] rows = {0};
            try (RoundWorkbook workbook = new RoundWorkbook(out, round)) {
                rounds.each(round.no(), item -> {
                    rows[0]++;
                    workbook.add(desk.name(item.unit()), item, twice.contains(item.problem()));
                });
            }
            return rows[0];
        });
    }

    private Round known(String month) {
        try {
            return rounds.of(YearMonth.parse(month)).orElseThrow();
        } catch (DateTimeParseException | java.util.NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
