package org.duban.petition.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.duban.petition.publication.PublicTable;
import org.duban.petition.publication.PublicTables;
import org.duban.petition.publication.PublishedContent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.WebRequest;

/**
 * What citizens read, the only pages open to strangers. Every address that leads to nothing published gets one and the
 * same answer.
 */
@Controller
@RequestMapping("/public/batches")
class PublicBatches {

    private static final int BATCHES = 30;
    private static final int LINES = 100;

    private final PublicTables tables;

    PublicBatches(PublicTables tables) {
        this.tables = tables;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "1") String page,
            WebRequest request,
            HttpServletResponse response,
            Model model) {
        int number = number(page);
        List<PublicTables.Item> found = tables.list(BATCHES + 1, (number - 1) * BATCHES);
        if (unchanged(PublicApi.etag(found) + "-" + number, request, response)) {
            return null;
        }
        model.addAttribute("items", found.stream().limit(BATCHES).toList());
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > BATCHES);
        return "public/batches";
    }

    @GetMapping("/{token}")
    String batch(
            @PathVariable String token,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String no,
            WebRequest request,
            HttpServletResponse response,
            Model model) {
        PublicTable table = tables.byToken(token).orElseThrow(NothingPublished::new);
        int number = number(page);
        String wanted = no.strip().toUpperCase(Locale.ROOT);
        String asked = PublishedContent.sha256(wanted).substring(0, 8);
        if (unchanged(table.hash() + "-" + number + "-" + asked, request, response)) {
            return null;
        }
        PublicView view = PublicView.of(table, wanted, number, LINES);
        model.addAttribute("table", table);
        model.addAttribute("view", view);
        model.addAttribute("wanted", wanted);
        return "public/batch";
    }

    @GetMapping("/{token}/table.xlsx")
    void workbook(@PathVariable String token, WebRequest request, HttpServletResponse response) throws IOException {
        PublicTable table = tables.byToken(token).orElseThrow(NothingPublished::new);
        if (!unchanged(table.hash() + "-xlsx", request, response)) {
            TableWorkbook.send(table, table.title(), response);
        }
    }

    /** Whatever else is asked for below this address. */
    @GetMapping("/**")
    void nothing() {
        throw new NothingPublished();
    }

    @ExceptionHandler(NothingPublished.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "public/missing";
    }

    /** Anybody may keep a copy, but asks each time whether it still stands: what was withdrawn must not live on. */
    static boolean unchanged(String etag, WebRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate");
        response.setHeader("X-Robots-Tag", "noarchive");
        return request.checkNotModified("\"" + etag + "\"");
    }

    private static int number(String page) {
        try {
            return Math.min(Math.max(Integer.parseInt(Objects.requireNonNullElse(page, "1")), 1), 100_000);
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }
}
