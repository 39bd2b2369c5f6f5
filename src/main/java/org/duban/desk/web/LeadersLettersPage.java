package org.duban.desk.web;

import java.util.Map;
import org.duban.desk.LetterChoice;
import org.duban.desk.LetterDesk;
import org.duban.desk.LetterScope;
import org.duban.kernel.Refusal;
import org.duban.organisation.UnitKind;
import org.duban.organisation.Units;
import org.duban.petition.PetitionState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** 领导包案和重点件: who leads, until when, how far it has come. */
@Controller
class LeadersLettersPage {

    private static final String PATH = "/desk/leaders";

    private final LetterDesk desk;
    private final Units units;

    LeadersLettersPage(LetterDesk desk, Units units) {
        this.desk = desk;
        this.units = units;
    }

    @GetMapping(PATH)
    String list(@ModelAttribute("given") LetterGiven given, @RequestParam(required = false) String after, Model model) {
        desk.onlyReaders();
        try {
            show(given, after, model);
        } catch (Refusal refusal) {
            // A mistyped filter or an old bookmark: say so, and show the whole list rather than nothing.
            model.addAttribute("refusal", refusal.getMessage());
            show(LetterGiven.NOTHING, null, model);
        }
        return "desk/leaders";
    }

    private void show(LetterGiven given, String after, Model model) {
        LetterChoice choice = given.choice(LetterScope.OF_LEADERS, units, null);
        Map<PetitionState, Integer> counts = desk.counts(choice);
        model.addAttribute("page", desk.page(choice, after));
        model.addAttribute("given", given);
        model.addAttribute("choice", choice);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "all", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("late", desk.late(choice));
        model.addAttribute("marks", LetterChoice.Mark.values());
        model.addAttribute("leaders", desk.leaders());
        model.addAttribute("states", PetitionState.values());
        model.addAttribute(
                "districts",
                units.workable().stream()
                        .filter(unit -> unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.ZONE)
                        .toList());
        model.addAttribute("path", PATH);
        model.addAttribute("later", after != null && !after.isBlank());
    }
}
