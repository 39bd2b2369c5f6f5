package org.duban.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duban.desk.CaseFilter;
import org.duban.desk.CaseFilters;
import org.duban.desk.CaseOrder;
import org.duban.desk.Ledger;
import org.duban.desk.LedgerParameters;
import org.duban.desk.LetterDesk;
import org.duban.kernel.Refusal;
import org.duban.organisation.Units;
import org.duban.problem.DeadlineKind;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger as a page: every choice is in its address, so that it can be passed on and works without scripts. */
@Controller
class LedgerPage {

    private static final int SIZE = 50;
    private static final int SOON = 7;

    private final Ledger ledger;
    private final LetterDesk letters;
    private final Frame frame;
    private final CaseFilters filters;
    private final Units units;

    LedgerPage(Ledger ledger, LetterDesk letters, Frame frame, CaseFilters filters, Units units) {
        this.ledger = ledger;
        this.letters = letters;
        this.frame = frame;
        this.filters = filters;
        this.units = units;
    }

    @GetMapping("/desk")
    String ledger(
            @ModelAttribute("given") LedgerParameters given,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) String after,
            Model model) {
        try {
            show(given, CaseOrder.of(sort), after, model);
        } catch (Refusal refusal) {
            // A mistyped filter or an old bookmark: say so, and show the whole list rather than nothing.
            model.addAttribute("refusal", refusal.getMessage());
            show(new LedgerParameters(null, null, null, null, null, null, null, null), CaseOrder.NEWEST, null, model);
        }
        Frame.Me me = frame.me();
        if (me != null && me.leads()) {
            model.addAttribute("ledCases", letters.led());
        }
        return "desk/ledger";
    }

    private void show(LedgerParameters given, CaseOrder order, String after, Model model) {
        CaseFilter filter = filters.of(given);
        LedgerLink link = LedgerLink.of(given, order);
        model.addAttribute("page", ledger.page(filter, order, SIZE, after));
        model.addAttribute("filter", filter);
        model.addAttribute("link", link);
        model.addAttribute("tabs", tabs(filter, link));
        model.addAttribute(
                "columns",
                List.of(
                        new Heading("案号", CaseOrder.Column.NO),
                        new Heading("问题", null),
                        new Heading("来源", CaseOrder.Column.SOURCE),
                        new Heading("牵头单位", CaseOrder.Column.LEAD_UNIT),
                        new Heading("责任单位", null),
                        new Heading("整改时限", CaseOrder.Column.DUE_ON),
                        new Heading("剩余", CaseOrder.Column.DUE_ON),
                        new Heading("状态", CaseOrder.Column.STATE)));
        model.addAttribute("units", units.all());
        model.addAttribute("kinds", DeadlineKind.values());
        model.addAttribute("later", after != null && !after.isBlank());
    }

    private List<Tab> tabs(CaseFilter filter, LedgerLink link) {
        var counts = ledger.counts(filter);
        boolean late = Boolean.TRUE.equals(filter.overdue());
        boolean soon = filter.dueWithin() != null;
        boolean plain = filter.states().isEmpty() && !late && !soon;
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("全部", Ledger.inWords(counts.all()), link.tab(null, null, null), plain, "all"));
        tabs.add(new Tab("超期", Ledger.inWords(counts.overdue()), link.tab(null, true, null), late, "late"));
        tabs.add(new Tab(SOON + " 天内到期", Ledger.inWords(counts.dueSoon()), link.tab(null, null, SOON), soon, "soon"));
        Arrays.stream(ProblemState.values())
                .filter(state ->
                        counts.byState().containsKey(state) || filter.states().contains(state))
                .forEach(state -> tabs.add(new Tab(
                        state.label(),
                        Ledger.inWords(counts.byState().getOrDefault(state, 0)),
                        link.tab(state.name(), null, null),
                        filter.states().contains(state),
                        "state")));
        return tabs;
    }

    /** A column head; {@code column} is null where the list cannot be sorted. */
    record Heading(String label, CaseOrder.Column column) {}

    /** One count over the list, opening the list it counts. */
    record Tab(String label, String count, String address, boolean current, String tone) {}
}
