package org.duban.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.audit.AuditFilter;
import org.duban.audit.AuditList;
import org.duban.audit.AuditList.Cell;
import org.duban.audit.AuditList.Field;
import org.duban.audit.AuditLists;
import org.duban.journal.Access.Kind;
import org.duban.kernel.Refusal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** The auditor's lists as pages and spreadsheets. */
@Controller
class ListPage {

    private static final int SIZE = 50;

    private final AuditLists lists;
    private final Sheets sheets;

    ListPage(AuditLists lists, Sheets sheets) {
        this.lists = lists;
        this.sheets = sheets;
    }

    /** What was typed into the filter; text stays text, so that a slip is shown again and not lost. */
    record Given(
            Integer n,
            @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            String person,
            String caseNo,
            Boolean late,
            String kind,
            String flow) {

        /** The same choice in an address. */
        String query() {
            return Stream.of(
                            pair("n", n),
                            pair("from", from),
                            pair("to", to),
                            pair("person", person),
                            pair("caseNo", caseNo),
                            pair("late", Boolean.TRUE.equals(late) ? "true" : null),
                            pair("kind", kind),
                            pair("flow", flow))
                    .filter(pair -> !pair.isEmpty())
                    .collect(Collectors.joining("&"));
        }

        private static String pair(String name, Object value) {
            return value == null || value.toString().isBlank()
                    ? ""
                    : name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/audit/lists/{key}")
    String list(
            @PathVariable String key,
            @ModelAttribute("given") Given given,
            @RequestParam(required = false) String after,
            Model model) {
        AuditList list = known(key);
        AuditFilter filter;
        Given shown = given;
        try {
            filter = filter(list, given);
            model.addAttribute("page", lists.page(list, filter, after, SIZE));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            // The next page is the next of what is shown, not of what was refused.
            shown = new Given(null, null, null, null, null, null, null, null);
            filter = filter(list, shown);
            model.addAttribute("page", lists.page(list, filter, null, SIZE));
        }
        model.addAttribute("list", list);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("flows", list.flows());
        model.addAttribute("lists", lists.all());
        model.addAttribute("asks", list.fields().stream().map(Field::name).toList());
        model.addAttribute("query", shown.query());
        model.addAttribute("later", after != null);
        return "audit/list";
    }

    @GetMapping("/audit/lists/{key}/export.xlsx")
    void export(@PathVariable String key, @ModelAttribute Given given, HttpServletResponse response)
            throws IOException {
        AuditList list = known(key);
        AuditFilter filter = filter(list, given);
        sheets.send(
                list.title(),
                lists.words(list, filter),
                list.columns(),
                reader -> lists.each(
                        list,
                        filter,
                        row -> reader.accept(row.stream().map(Cell::text).toList())),
                response);
    }

    private AuditFilter filter(AuditList list, Given given) {
        return lists.filter(
                list,
                given.n(),
                given.from(),
                given.to(),
                given.person(),
                given.caseNo(),
                Boolean.TRUE.equals(given.late()),
                given.kind(),
                given.flow());
    }

    private AuditList known(String key) {
        return lists.byKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
