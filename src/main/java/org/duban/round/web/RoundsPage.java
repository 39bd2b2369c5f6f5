package org.duban.round.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.round.Round;
import org.duban.round.RoundService;
import org.duban.round.Rounds;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rounds at the desk: the list, and one round with who has reported. A round's address is its month, 2026-11. */
@Controller
@RequestMapping("/desk/rounds")
class RoundsPage {

    private static final int LISTED = 36;
    private static final String MONTH = "/{month:\\d{4}-\\d{2}}";

    private final RoundService service;
    private final Rounds rounds;
    private final RoundDesk desk;
    private final CurrentActor actor;

    RoundsPage(RoundService service, Rounds rounds, RoundDesk desk, CurrentActor actor) {
        this.service = service;
        this.rounds = rounds;
        this.desk = desk;
        this.actor = actor;
    }

    @GetMapping
    String list(Model model) {
        desk.onlyReaders();
        model.addAttribute("rounds", rounds.latest(LISTED));
        model.addAttribute("openable", desk.coordinator() ? desk.openable() : null);
        return "desk/rounds";
    }

    @PostMapping
    String open(@RequestParam(required = false) String month, RedirectAttributes answer) {
        desk.onlyCoordinators();
        try {
            Round round = service.open(chosen(month), actor.actingAs(Role.COORDINATOR, null));
            answer.addFlashAttribute("message", round.title() + "已发起，各单位的任务列表中已有填报任务。");
            return "redirect:/desk/rounds/" + round.address();
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            return "redirect:/desk/rounds";
        }
    }

    @GetMapping(MONTH)
    String page(@PathVariable String month, @RequestParam(required = false) String unit, Model model) {
        desk.onlyReaders();
        model.addAttribute("view", desk.view(known(month), unit));
        return "desk/round";
    }

    /** 催报 of everybody who has not reported, in one action. */
    @PostMapping(MONTH + "/chases")
    String chase(@PathVariable String month, RedirectAttributes answer) {
        desk.onlyCoordinators();
        try {
            int chased = service.chaseSilent(known(month).no(), actor.actingAs(Role.COORDINATOR, null))
                    .size();
            answer.addFlashAttribute(
                    "message", chased == 0 ? "没有要催报的单位：都已报送，或者今天已经催报过。" : "已向 " + chased + " 个未报单位催报，时间已记录。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/desk/rounds/" + month;
    }

    @PostMapping(MONTH + "/freeze")
    String freeze(@PathVariable String month, RedirectAttributes answer) {
        desk.onlyCoordinators();
        Round round = known(month);
        service.freeze(round.no(), actor.actingAs(Role.COORDINATOR, null));
        answer.addFlashAttribute("message", round.title() + "已冻结，以后的改动进下一个月。");
        return "redirect:/desk/rounds/" + month;
    }

    private Round known(String month) {
        try {
            return rounds.of(YearMonth.parse(month)).orElseThrow(RoundsPage::noSuchRound);
        } catch (DateTimeParseException malformed) {
            throw noSuchRound();
        }
    }

    private static YearMonth chosen(String month) {
        try {
            return YearMonth.parse(month == null ? "" : month);
        } catch (DateTimeParseException malformed) {
            throw new Refusal("month", "请选择要发起调度的月份。");
        }
    }

    private static ResponseStatusException noSuchRound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
