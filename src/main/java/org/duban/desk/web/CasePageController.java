package org.duban.desk.web;

import java.time.LocalDate;
import org.duban.desk.CaseDesk;
import org.duban.desk.CaseView;
import org.duban.desk.PetitionDesk;
import org.duban.desk.PetitionView;
import org.duban.journal.Accesses;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.duban.problem.Criterion;
import org.duban.problem.ProblemCommand;
import org.duban.problem.ProblemService;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one case. */
@Controller
class CasePageController {

    private final CaseDesk desk;
    private final PetitionDesk petitions;
    private final ProblemService problems;
    private final Units units;
    private final CurrentActor actor;
    private final Accesses accesses;

    CasePageController(
            CaseDesk desk,
            PetitionDesk petitions,
            ProblemService problems,
            Units units,
            CurrentActor actor,
            Accesses accesses) {
        this.accesses = accesses;
        this.desk = desk;
        this.petitions = petitions;
        this.problems = problems;
        this.units = units;
        this.actor = actor;
    }

    @GetMapping("/desk/cases/{no}")
    String page(@PathVariable String no, Model model) {
        if (no.startsWith("XF")) {
            return petition(no, model);
        }
        CaseView view = desk.view(no).orElseThrow(CasePageController::noSuchCase);
        if (actor.roles().contains(Role.AUDITOR)) {
            accesses.read("案件页面", no);
        }
        model.addAttribute("view", view);
        model.addAttribute("file", view.file());
        model.addAttribute("names", view.file().names());
        model.addAttribute("criteria", Criterion.values());
        model.addAttribute("units", units.workable());
        return "desk/case";
    }

    private String petition(String no, Model model) {
        PetitionView view = petitions.view(no).orElseThrow(CasePageController::noSuchCase);
        if (actor.roles().contains(Role.AUDITOR)) {
            accesses.read("案件页面", no);
        }
        model.addAttribute("view", view);
        model.addAttribute("file", view.file());
        model.addAttribute("names", view.file().names());
        return "desk/petition";
    }

    @GetMapping(value = "/desk/cases/{no}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String no) {
        return desk.model(no).orElseThrow(CasePageController::noSuchCase);
    }

    /** Records an objection that came in by letter, telephone or mail. */
    @PostMapping("/desk/cases/{no}/objections")
    String object(
            @PathVariable String no,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
            @RequestParam(required = false) String channel,
            @RequestParam(required = false) String text,
            RedirectAttributes answer) {
        if (!actor.roles().contains(Role.COORDINATOR)) {
            throw new AccessDeniedException("objections are recorded by the coordinator");
        }
        try {
            problems.fileObjection(
                    CaseNo.of(no),
                    new ProblemCommand.FileObjection(receivedOn, channel, text),
                    actor.actingAs(Role.COORDINATOR, null));
            answer.addFlashAttribute("message", "异议已登记，公示程序暂停，等待验收（监管）单位答复。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("objectionText", text);
        }
        return "redirect:/desk/cases/" + no + "#notice";
    }

    private static ResponseStatusException noSuchCase() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
