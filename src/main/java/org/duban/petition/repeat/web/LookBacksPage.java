package org.duban.petition.repeat.web;

import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.petition.PetitionStore;
import org.duban.petition.repeat.LookBack;
import org.duban.petition.repeat.LookBacks;
import org.duban.problem.ProblemFile;
import org.duban.problem.Problems;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 建议回头看: sites struck off that a letter complains of again, each to be looked at or not. */
@Controller
@RequestMapping("/desk/repeats/look-backs")
class LookBacksPage {

    private static final int SIZE = 20;

    private final LookBacks lookBacks;
    private final Problems problems;
    private final PetitionStore petitions;
    private final CurrentActor actor;

    LookBacksPage(LookBacks lookBacks, Problems problems, PetitionStore petitions, CurrentActor actor) {
        this.lookBacks = lookBacks;
        this.problems = problems;
        this.petitions = petitions;
        this.actor = actor;
    }

    /** A proposal with what it is about. */
    public record Line(LookBack about, String problemTitle, String problemState, String letterTitle) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int from, Model model) {
        if (actor.roles().stream()
                .noneMatch(role -> role == Role.COORDINATOR || role == Role.LEADER || role == Role.AUDITOR)) {
            throw new AccessDeniedException("look-backs are read by coordinators, leaders and auditors");
        }
        int offset = Math.max(0, from);
        List<LookBack> found = lookBacks.waiting(SIZE + 1, offset);
        model.addAttribute("waiting", found.stream().limit(SIZE).map(this::line).toList());
        model.addAttribute("total", lookBacks.count());
        model.addAttribute("next", found.size() > SIZE ? offset + SIZE : null);
        model.addAttribute("later", offset > 0);
        model.addAttribute(
                "decided", lookBacks.decided(SIZE).stream().map(this::line).toList());
        model.addAttribute("decides", actor.roles().contains(Role.COORDINATOR));
        return "desk/look-backs";
    }

    private Line line(LookBack about) {
        Optional<ProblemFile> problem = problems.file(about.problem());
        return new Line(
                about,
                problem.map(ProblemFile::title).orElse(""),
                problem.map(file -> file.state().label()).orElse(""),
                petitions
                        .find(about.letter())
                        .map(letter -> letter.letter().title())
                        .orElse(""));
    }

    @PostMapping
    String decide(
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String letter,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(required = false) String reason,
            RedirectAttributes answer) {
        if (!actor.roles().contains(Role.COORDINATOR)) {
            throw new AccessDeniedException("look-backs are decided by the coordinator");
        }
        try {
            if (decision.equals("accept")) {
                lookBacks.accept(CaseNo.of(problem), CaseNo.of(letter), actor.actingAs(Role.COORDINATOR, null));
                answer.addFlashAttribute("message", "已安排对 " + problem + " 回头看，任务“回头看”已进入任务列表。");
            } else if (decision.equals("decline")) {
                lookBacks.decline(
                        CaseNo.of(problem), CaseNo.of(letter), reason, actor.actingAs(Role.COORDINATOR, null));
                answer.addFlashAttribute("message", "已记录对 " + problem + " 不回头看的理由。");
            } else {
                throw new Refusal("decision", "请选择安排回头看或不回头看。");
            }
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("about", problem + letter);
            answer.addFlashAttribute("reason", reason);
        }
        return "redirect:/desk/repeats/look-backs";
    }
}
