package org.duban.desk.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.duban.card.CardColour;
import org.duban.desk.card.CardBoard;
import org.duban.desk.card.CardList;
import org.duban.desk.card.CardListFilter;
import org.duban.desk.card.CardListFilters;
import org.duban.desk.card.CardListFilters.Given;
import org.duban.desk.card.CardTab;
import org.duban.kernel.Refusal;
import org.duban.organisation.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** 警示牌: what waits for a decision, what is in force, what is over, and what met a rule and got no card. */
@Controller
class CardsPage {

    private final CardBoard board;
    private final CardList list;
    private final CardListFilters filters;
    private final Units units;

    CardsPage(CardBoard board, CardList list, CardListFilters filters, Units units) {
        this.board = board;
        this.list = list;
        this.filters = filters;
        this.units = units;
    }

    @GetMapping("/desk/cards")
    String cards(
            @RequestParam(name = "tab", required = false) String word,
            @RequestParam(required = false) String after,
            @ModelAttribute("given") Given given,
            Model model) {
        CardTab tab = tab(word);
        try {
            show(tab, given, after, model);
        } catch (Refusal refusal) {
            // A mistyped filter or an old bookmark: say so, and show the whole list rather than nothing.
            model.addAttribute("refusal", refusal.getMessage());
            show(tab, Given.none(), null, model);
        }
        return "desk/cards";
    }

    private CardTab tab(String word) {
        Optional<CardTab> chosen = Arrays.stream(CardTab.values())
                .filter(tab -> tab.word().equals(word))
                .filter(tab -> tab.issued() || list.oversees())
                .findFirst();
        // A leader looks for what waits for a leader, the coordinator for what is to be reviewed.
        return chosen.orElseGet(() -> board.approves() && list.oversees()
                ? CardTab.APPROVAL
                : board.reviews() ? CardTab.REVIEW : CardTab.IN_FORCE);
    }

    private void show(CardTab tab, Given given, String after, Model model) {
        CardListFilter filter = filters.of(given, tab);
        Map<CardTab, String> counts = list.counts(filter);
        model.addAttribute("tab", tab);
        model.addAttribute("filter", filter);
        model.addAttribute("counts", counts);
        model.addAttribute("link", new CardLink(given, tab));
        model.addAttribute("oversees", list.oversees());
        model.addAttribute("units", units.all());
        model.addAttribute("colours", CardColour.values());
        model.addAttribute("later", after != null && !after.isBlank());
        if (tab.issued()) {
            model.addAttribute("page", list.page(filter, after, CardList.SIZE));
        } else if (tab == CardTab.NONE) {
            model.addAttribute("page", board.notGranted(filter.unit(), number(after)));
        } else {
            model.addAttribute("page", board.page(tab, filter, after));
            model.addAttribute("deciding", tab == CardTab.REVIEW ? board.reviews() : board.approves());
        }
    }

    private static Long number(String after) {
        try {
            return after == null || after.isBlank() ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw new Refusal("after", "翻页位置“" + after + "”无法识别，请从第一页看起。");
        }
    }
}
