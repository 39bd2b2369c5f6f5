package org.duban.desk.web;

import java.util.List;
import org.duban.deadline.request.Approver;
import org.duban.deadline.request.RequestCommand;
import org.duban.deadline.request.RequestDecisions;
import org.duban.deadline.request.RequestDecisions.Outcome;
import org.duban.desk.RequestDesk;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 待审批申请, decided one by one or several at once, and 期限变动. */
@Controller
@RequestMapping("/desk/requests")
class RequestsPage {

    private final RequestDesk desk;
    private final RequestDecisions decisions;
    private final Frame frame;

    RequestsPage(RequestDesk desk, RequestDecisions decisions, Frame frame) {
        this.desk = desk;
        this.decisions = decisions;
        this.frame = frame;
    }

    @GetMapping
    String queue(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Approver approver = approver();
        // A leader looks for what waits for a leader; the coordinator watches over everything.
        boolean own = mine || approver == Approver.LEADER;
        model.addAttribute("page", desk.page(own ? approver : null, after));
        model.addAttribute("mine", own);
        model.addAttribute("coordinator", approver == Approver.COORDINATOR);
        model.addAttribute("later", after > 0);
        return "desk/requests";
    }

    @PostMapping("/decisions")
    String decide(
            @RequestParam(required = false) List<Long> id,
            @RequestParam(required = false) String decision,
            @RequestParam(required = false) String reason,
            RedirectAttributes answer) {
        approver();
        boolean grant = "grant".equals(decision);
        if (id == null || id.isEmpty()) {
            answer.addFlashAttribute("refusal", "请先勾选要审批的申请。");
        } else if (!grant && (reason == null || reason.isBlank())) {
            answer.addFlashAttribute("refusal", "不同意的，请写明理由，申请单位会看到。");
            answer.addFlashAttribute("ticked", id);
        } else {
            List<Outcome> outcomes = decisions.decide(
                    id, grant ? RequestCommand.Decide.grant(reason) : RequestCommand.Decide.refuse(reason));
            answer.addFlashAttribute("outcomes", outcomes);
        }
        answer.addFlashAttribute("reason", reason);
        return "redirect:/desk/requests";
    }

    @GetMapping("/moves")
    String moves(
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) Long before,
            Model model) {
        if (!frame.me().seesMoves()) {
            throw new AccessDeniedException("moves of all units are for those who see all units");
        }
        model.addAttribute("page", desk.moves(late, before));
        model.addAttribute("late", late);
        model.addAttribute("later", before != null);
        return "desk/moves";
    }

    private Approver approver() {
        return desk.approver().orElseThrow(() -> new AccessDeniedException("requests are decided by the office"));
    }
}
