package org.duban.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.duban.deadline.LadderAction;
import org.duban.desk.WatchBoard;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the deadline watch did, kind by kind, and which units have something late or near. */
@Controller
class WatchPage {

    /** What a coordinator looks at first comes first. */
    private static final List<LadderAction> ORDER = List.of(
            LadderAction.PROPOSE_RED,
            LadderAction.PROPOSE_YELLOW,
            LadderAction.OVERDUE,
            LadderAction.REMIND_HEAD,
            LadderAction.DUE_TODAY,
            LadderAction.REMIND);

    private final WatchBoard board;
    private final CurrentActor actor;

    WatchPage(WatchBoard board, CurrentActor actor) {
        this.board = board;
        this.actor = actor;
    }

    @GetMapping("/desk/watch")
    String page(
            @RequestParam(required = false) LadderAction action,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) String before,
            Model model) {
        if (actor.roles().stream().noneMatch(Role::seesAll)) {
            throw new AccessDeniedException("the watch is for those who oversee all units");
        }
        var counts = board.counts();
        LadderAction shown = action != null
                ? action
                : ORDER.stream().filter(one -> counts.get(one) > 0).findFirst().orElse(LadderAction.OVERDUE);
        model.addAttribute("actions", ORDER);
        model.addAttribute("counts", counts);
        model.addAttribute("shown", shown);
        model.addAttribute("on", on);
        model.addAttribute("units", board.units());
        try {
            model.addAttribute("page", board.steps(shown, on, before));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("page", board.steps(shown, on, null));
        }
        model.addAttribute("later", before != null);
        return "desk/watch";
    }
}
