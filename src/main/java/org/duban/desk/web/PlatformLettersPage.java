package org.duban.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.desk.LetterChoice;
import org.duban.desk.LetterDesk;
import org.duban.desk.LetterScope;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.UnitKind;
import org.duban.organisation.Units;
import org.duban.petition.Channel;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.Dispatch;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.duban.petition.Proposals;
import org.duban.petition.ShareLines;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 平台来件: the letters no batch brings, by their clocks; several are dispatched at once as the rules propose. */
@Controller
@RequestMapping("/desk/platform")
class PlatformLettersPage {

    private static final String PATH = "/desk/platform";
    private static final int MOST_AT_ONCE = 100;

    private final LetterDesk desk;
    private final PetitionService petitions;
    private final PetitionStore store;
    private final Proposals proposals;
    private final Units units;
    private final CurrentActor actor;

    PlatformLettersPage(
            LetterDesk desk,
            PetitionService petitions,
            PetitionStore store,
            Proposals proposals,
            Units units,
            CurrentActor actor) {
        this.desk = desk;
        this.petitions = petitions;
        this.store = store;
        this.proposals = proposals;
        this.units = units;
        this.actor = actor;
    }

    @GetMapping
    String list(@ModelAttribute("given") LetterGiven given, @RequestParam(required = false) String after, Model model) {
        desk.onlyReaders();
        try {
            show(given, after, model);
        } catch (Refusal refusal) {
            // A mistyped filter or an old bookmark: say so, and show the whole list rather than nothing.
            model.addAttribute("refusal", refusal.getMessage());
            show(LetterGiven.NOTHING, null, model);
        }
        return "desk/platform";
    }

    private void show(LetterGiven given, String after, Model model) {
        LetterChoice choice = given.choice(LetterScope.WITHOUT_BATCH, units, PetitionState.REGISTERED);
        Map<PetitionState, Integer> counts = desk.counts(choice);
        model.addAttribute("page", desk.page(choice, after));
        model.addAttribute("given", given);
        model.addAttribute("choice", choice);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "all", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("late", desk.late(choice));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("states", PetitionState.values());
        model.addAttribute(
                "districts",
                units.workable().stream()
                        .filter(unit -> unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.ZONE)
                        .toList());
        model.addAttribute("units", units.workable());
        model.addAttribute("path", PATH);
        model.addAttribute("desk", desk);
        model.addAttribute("coordinator", desk.coordinator());
        model.addAttribute("later", after != null && !after.isBlank());
    }

    /** 转办 of those ticked, each as proposed; one that is refused does not hold up the others. */
    @PostMapping("/dispatch")
    String dispatch(
            @RequestParam(name = "no", required = false) List<String> numbers,
            @ModelAttribute("given") LetterGiven given,
            RedirectAttributes answer) {
        Actor by = coordinator();
        if (numbers == null || numbers.isEmpty()) {
            answer.addFlashAttribute("refused", List.of("请先勾选要转办的信访件。"));
        } else if (numbers.size() > MOST_AT_ONCE) {
            answer.addFlashAttribute("refused", List.of("一次最多转办 " + MOST_AT_ONCE + " 件，请分几次勾选。"));
        } else {
            Map<String, String> refused = new LinkedHashMap<>();
            numbers.stream().distinct().forEach(no -> dispatch(no, by, refused));
            long done = numbers.stream().distinct().count() - refused.size();
            if (done > 0) {
                answer.addFlashAttribute("message", "已按建议转办 " + done + " 件。");
            }
            List<String> words = new ArrayList<>();
            refused.forEach((no, why) -> words.add(no + "：" + why));
            answer.addFlashAttribute("refused", words);
        }
        return "redirect:" + given.address(PATH, given.state(), null);
    }

    private void dispatch(String no, Actor by, Map<String, String> refused) {
        try {
            Petition petition = store.find(CaseNo.of(no)).orElseThrow(() -> new Refusal("没有这件信访件，请刷新页面。"));
            petitions.fileDispatch(petition.no(), proposals.of(petition).command(), by);
        } catch (Refusal refusal) {
            refused.put(no, refusal.getMessage());
        }
    }

    /** 转办 of one letter with units and shares of the coordinator's own. */
    @PostMapping("/{no}/dispatch")
    String dispatchOne(
            @PathVariable String no,
            @RequestParam(name = "unit", required = false) List<String> unit,
            @RequestParam(name = "share", required = false) List<String> share,
            @RequestParam(defaultValue = "false") boolean keyMark,
            @RequestParam(required = false) String note,
            @ModelAttribute("given") LetterGiven given,
            RedirectAttributes answer) {
        Actor by = coordinator();
        try {
            petitions.fileDispatch(CaseNo.of(no), new Dispatch(ShareLines.read(unit, share), keyMark, note), by);
            answer.addFlashAttribute("message", no + " 已转办。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refused", List.of(no + "：" + refusal.getMessage()));
        }
        return "redirect:" + given.address(PATH, given.state(), null);
    }

    private Actor coordinator() {
        if (!desk.coordinator()) {
            throw new AccessDeniedException("letters are dispatched by the coordinator");
        }
        return actor.actingAs(Role.COORDINATOR, null);
    }
}
