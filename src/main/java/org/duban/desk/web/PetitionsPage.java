package org.duban.desk.web;

import java.util.List;
import java.util.Map;
import org.duban.desk.CaseFilters;
import org.duban.desk.CaseOrder;
import org.duban.desk.LedgerParameters;
import org.duban.desk.PetitionFilter;
import org.duban.desk.PetitionLedger;
import org.duban.kernel.Refusal;
import org.duban.organisation.Units;
import org.duban.petition.PetitionState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The letters as a page: every choice is in its address. */
@Controller
class PetitionsPage {

    private static final int SIZE = 50;

    private final PetitionLedger ledger;
    private final CaseFilters filters;
    private final Units units;

    PetitionsPage(PetitionLedger ledger, CaseFilters filters, Units units) {
        this.ledger = ledger;
        this.filters = filters;
        this.units = units;
    }

    @GetMapping("/desk/petitions")
    String list(
            @ModelAttribute("given") LedgerParameters given,
            @RequestParam(required = false) Boolean everyDay,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) String after,
            Model model) {
        model.addAttribute("everyDay", everyDay);
        try {
            show(filters.petitions(given, everyDay), CaseOrder.of(sort), after, model);
        } catch (Refusal refusal) {
            // A mistyped filter or an old bookmark: say so, and show the whole list rather than nothing.
            model.addAttribute("refusal", refusal.getMessage());
            LedgerParameters nothing = new LedgerParameters(null, null, null, null, null, null, null, null);
            show(filters.petitions(nothing, everyDay), CaseOrder.NEWEST, null, model);
        }
        return "desk/petitions";
    }

    private void show(PetitionFilter filter, CaseOrder order, String after, Model model) {
        Map<PetitionState, Integer> counts = ledger.counts(filter);
        model.addAttribute("page", ledger.page(filter, order, SIZE, after));
        model.addAttribute("filter", filter);
        model.addAttribute("order", order.toString());
        model.addAttribute("counts", counts);
        model.addAttribute(
                "all", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("overdue", ledger.overdue(filter));
        model.addAttribute("states", List.of(PetitionState.values()));
        model.addAttribute("units", units.workable());
        model.addAttribute("later", after != null && !after.isBlank());
    }
}
