package org.duban.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.desk.CaseOrder;
import org.duban.desk.LedgerParameters;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Addresses of the ledger that keep the filter in hand and change one thing of it. */
record LedgerLink(LedgerParameters given, CaseOrder order) {

    static LedgerLink of(LedgerParameters given, CaseOrder order) {
        return new LedgerLink(given, order);
    }

    /** The next page. */
    public String after(String cursor) {
        return address("/desk", given.state(), given.overdue(), given.dueWithin(), order, cursor);
    }

    /** The first page. */
    public String first() {
        return after(null);
    }

    /** The same list, sorted by that column; once more turns it round. */
    public String sortedBy(CaseOrder.Column column) {
        boolean turn = order.column() == column && !order.descending();
        return address("/desk", given.state(), given.overdue(), given.dueWithin(), new CaseOrder(column, turn), null);
    }

    /** For assistive technology: ascending, descending or null. */
    public String sortOf(CaseOrder.Column column) {
        if (column == null || order.column() != column) {
            return null;
        }
        return order.descending() ? "descending" : "ascending";
    }

    /** The list behind a tab. */
    public String tab(String state, Boolean overdue, Integer dueWithin) {
        return address(
                "/desk",
                state == null ? null : List.of(state),
                overdue == null ? null : overdue.toString(),
                dueWithin,
                order,
                null);
    }

    /** The list as a spreadsheet. */
    public String export() {
        return address("/desk/export.xlsx", given.state(), given.overdue(), given.dueWithin(), order, null);
    }

    private String address(
            String path, List<String> states, String overdue, Integer dueWithin, CaseOrder by, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", given.q());
        add(address, "unit", given.unit());
        if (states != null) {
            states.forEach(state -> add(address, "state", state));
        }
        add(address, "deadlineKind", given.deadlineKind());
        add(address, "overdue", overdue);
        add(address, "dueWithin", dueWithin);
        add(address, "card", given.card());
        if (!by.equals(CaseOrder.NEWEST)) {
            add(address, "sort", by);
        }
        add(address, "after", after);
        return address.build(true).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
