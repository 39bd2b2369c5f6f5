package org.duban.petition.repeat.web;

import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.petition.repeat.CarriedAnswers;
import org.duban.petition.repeat.Cluster;
import org.duban.petition.repeat.LookBacks;
import org.duban.petition.repeat.RepeatDesk;
import org.duban.petition.repeat.Repeats;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 查重: pairs to be decided about, clusters, and the way out of one. */
@Controller
@RequestMapping("/desk/repeats")
class RepeatsPage {

    private static final int CLUSTERS = 20;
    private static final String LETTER = "XF\\d{4}-\\d{6,9}";

    private final RepeatDesk desk;
    private final Repeats repeats;
    private final CarriedAnswers answers;
    private final LookBacks lookBacks;
    private final CurrentActor actor;

    RepeatsPage(RepeatDesk desk, Repeats repeats, CarriedAnswers answers, LookBacks lookBacks, CurrentActor actor) {
        this.desk = desk;
        this.repeats = repeats;
        this.answers = answers;
        this.lookBacks = lookBacks;
        this.actor = actor;
    }

    @GetMapping
    String queue(
            @RequestParam(required = false) String after,
            @RequestParam(required = false) String of,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        onlyReaders();
        boolean one = of != null && of.matches(LETTER);
        model.addAttribute("queue", one ? desk.queueOf(CaseNo.of(of)) : desk.queue(after, all));
        model.addAttribute("of", one ? of : null);
        model.addAttribute("all", all);
        model.addAttribute("later", after != null);
        model.addAttribute("lookBacks", lookBacks.count());
        model.addAttribute("decides", coordinator());
        return "desk/repeats";
    }

    @PostMapping("/decisions")
    String decide(
            @RequestParam(defaultValue = "") String no,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String of,
            @RequestParam(defaultValue = "false") boolean all,
            RedirectAttributes answer) {
        onlyCoordinators();
        try {
            answer.addFlashAttribute("message", decide(CaseNo.of(no), CaseNo.of(other), decision, reason, answer));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("about", no + other);
            answer.addFlashAttribute("reason", reason);
        }
        if (of != null && of.matches(LETTER)) {
            return "redirect:/desk/repeats?of=" + of;
        }
        return all ? "redirect:/desk/repeats?all=true" : "redirect:/desk/repeats";
    }

    private String decide(CaseNo no, CaseNo other, String decision, String reason, RedirectAttributes answer) {
        switch (decision) {
            case "join" -> {
                Cluster cluster = repeats.join(no, other, actor.actingAs(Role.COORDINATOR, null));
                answer.addFlashAttribute("cluster", cluster.id());
                return no + " 和 " + other + " 已并案，并案中现有 " + cluster.present().size() + " 件，各件编号和期限不变。";
            }
            case "relate" -> {
                repeats.relate(no, other, actor.actingAs(Role.COORDINATOR, null));
                return no + " 和 " + other + " 已记为有关联，分别办理。";
            }
            case "differ" -> {
                repeats.differ(no, other, reason, actor.actingAs(Role.COORDINATOR, null));
                return no + " 和 " + other + " 已认定不重复，不再提出。";
            }
            default -> throw new Refusal("decision", "请选择并案、有关联或不重复。");
        }
    }

    @GetMapping("/clusters")
    String clusters(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        onlyReaders();
        model.addAttribute("clusters", desk.newest(before, CLUSTERS));
        model.addAttribute("size", CLUSTERS);
        return "desk/clusters";
    }

    @GetMapping("/clusters/{id:\\d{1,18}}")
    String cluster(@PathVariable long id, Model model) {
        onlyReaders();
        model.addAttribute("view", known(id));
        model.addAttribute("decides", coordinator());
        return "desk/cluster";
    }

    @PostMapping("/clusters/{id:\\d{1,18}}/split")
    String split(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String no,
            @RequestParam(required = false) String reason,
            RedirectAttributes answer) {
        onlyCoordinators();
        known(id);
        try {
            repeats.split(CaseNo.of(no), reason, actor.actingAs(Role.COORDINATOR, null));
            answer.addFlashAttribute("message", no + " 已拆出，自行办理；并案期间的经过都已留存。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/desk/repeats/clusters/" + id;
    }

    @PostMapping("/clusters/{id:\\d{1,18}}/join")
    String add(@PathVariable long id, @RequestParam(defaultValue = "") String no, RedirectAttributes answer) {
        onlyCoordinators();
        Cluster cluster = known(id).cluster();
        try {
            repeats.join(cluster.main(), CaseNo.of(no.strip()), actor.actingAs(Role.COORDINATOR, null));
            answer.addFlashAttribute("message", no.strip() + " 已加入本并案。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("no", no);
        }
        return "redirect:/desk/repeats/clusters/" + id;
    }

    @PostMapping("/clusters/{id:\\d{1,18}}/answers")
    String edit(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String no,
            @RequestParam(required = false) String findings,
            @RequestParam(required = false) String handling,
            RedirectAttributes answer) {
        onlyCoordinators();
        known(id);
        try {
            answers.edit(CaseNo.of(no), findings, handling, actor.actingAs(Role.COORDINATOR, null));
            answer.addFlashAttribute("message", no + " 的答复稿已修改。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("edited", no);
            answer.addFlashAttribute("findings", findings);
            answer.addFlashAttribute("handling", handling);
        }
        return "redirect:/desk/repeats/clusters/" + id;
    }

    private RepeatDesk.ClusterView known(long id) {
        return desk.cluster(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean coordinator() {
        return actor.roles().contains(Role.COORDINATOR);
    }

    private void onlyCoordinators() {
        if (!coordinator()) {
            throw new AccessDeniedException("repeats are decided by the coordinator");
        }
    }

    private void onlyReaders() {
        if (actor.roles().stream()
                .noneMatch(role -> role == Role.COORDINATOR || role == Role.LEADER || role == Role.AUDITOR)) {
            throw new AccessDeniedException("repeats are read by coordinators, leaders and auditors");
        }
    }
}
