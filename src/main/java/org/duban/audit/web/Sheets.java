package org.duban.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.duban.journal.Accesses;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends the auditor a table as a spreadsheet, under record. */
@Component
class Sheets {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Accesses accesses;
    private final Clock clock;

    Sheets(Accesses accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    /** Hands rows to the reader and says how many there were. */
    interface Rows {

        long each(Consumer<List<String>> reader);
    }

    void send(String title, String filter, List<String> heads, Rows rows, HttpServletResponse response)
            throws IOException {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + "-" + LocalDate.now(clock) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        accesses.export("审计清单：" + title, null, filter, response.getOutputStream(), out -> {
            try (TableWorkbook workbook = new TableWorkbook(out, title, heads)) {
                return rows.each(workbook::add);
            }
        });
    }
}
