package org.duban.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.card.ConsequenceKind;
import org.duban.desk.card.CardList;
import org.duban.desk.card.CardListFilters;
import org.duban.desk.card.ComingCards;
import org.duban.desk.card.UnitCards;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Cards over units and days: the record of each unit, the consequence ledger, and who may be next. */
@Controller
class CardUnitsPage {

    private final UnitCards records;
    private final ComingCards coming;
    private final CardList list;
    private final CardListFilters filters;
    private final Units units;
    private final Clock clock;

    CardUnitsPage(
            UnitCards records, ComingCards coming, CardList list, CardListFilters filters, Units units, Clock clock) {
        this.records = records;
        this.coming = coming;
        this.list = list;
        this.filters = filters;
        this.units = units;
        this.clock = clock;
    }

    /** A period to choose: 今年. */
    record Quick(String label, LocalDate from, LocalDate to) {}

    @GetMapping("/desk/cards/units")
    String matrix(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Model model) {
        Quick period = period(from, to, model);
        model.addAttribute("lines", records.matrix(period.from(), period.to()));
        return "desk/card-units";
    }

    @GetMapping("/desk/cards/units/{code}")
    String unit(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Model model) {
        Quick period = period(from, to, model);
        model.addAttribute(
                "record",
                records.record(code, period.from(), period.to())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "desk/card-unit";
    }

    private Quick period(LocalDate from, LocalDate to, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<Quick> quick = quick(today);
        Quick year = quick.get(0);
        Quick chosen = new Quick(null, from == null ? year.from() : from, to == null ? year.to() : to);
        if (chosen.to().isBefore(chosen.from())) {
            model.addAttribute("refusal", "截止日期 " + to + " 早于起始日期 " + from + "，以下为今年的数。");
            chosen = year;
        }
        model.addAttribute("period", chosen);
        model.addAttribute("quick", quick);
        model.addAttribute("oversees", list.oversees());
        return chosen;
    }

    private static List<Quick> quick(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
        LocalDate year = today.withDayOfYear(1);
        List<Quick> quick = new ArrayList<>();
        quick.add(new Quick("今年", year, year.plusYears(1).minusDays(1)));
        quick.add(new Quick("本季度", quarter, quarter.plusMonths(3).minusDays(1)));
        quick.add(new Quick("本月", month, month.plusMonths(1).minusDays(1)));
        quick.add(new Quick("上月", month.minusMonths(1), month.minusDays(1)));
        quick.add(new Quick("去年", year.minusYears(1), year.minusDays(1)));
        return quick;
    }

    @GetMapping("/desk/cards/consequences")
    String consequences(
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) ConsequenceKind kind,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) Long before,
            Model model) {
        UnitCode chosen = null;
        try {
            chosen = filters.unit(unit);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
        }
        model.addAttribute("page", records.consequences(chosen, kind, open, before));
        model.addAttribute("unit", chosen);
        model.addAttribute("kind", kind);
        model.addAttribute("open", open);
        model.addAttribute("kinds", ConsequenceKind.values());
        model.addAttribute("units", units.all());
        model.addAttribute("oversees", list.oversees());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("later", before != null);
        return "desk/card-consequences";
    }

    @GetMapping("/desk/cards/next-week")
    String nextWeek(Model model) {
        if (!list.oversees()) {
            throw new AccessDeniedException("who may be next is for those who oversee all units");
        }
        model.addAttribute("view", coming.view());
        return "desk/card-next-week";
    }
}
