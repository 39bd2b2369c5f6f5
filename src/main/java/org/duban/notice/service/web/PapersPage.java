package org.duban.notice.service.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.PaperKind;
import org.duban.notice.service.HandService;
import org.duban.notice.service.PaperDesk;
import org.duban.notice.service.PaperFilter;
import org.duban.notice.service.PaperLine;
import org.duban.notice.service.PaperState;
import org.duban.organisation.Access;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.springframework.format.annotation.DateTimeFormat;
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

/** 文书: the papers with their proof of service, and what a coordinator does about those that did not arrive. */
@Controller
@RequestMapping("/desk/papers")
class PapersPage {

    private final PaperDesk desk;
    private final HandService hands;
    private final Access access;
    private final Units units;
    private final CurrentActor actor;

    PapersPage(PaperDesk desk, HandService hands, Access access, Units units, CurrentActor actor) {
        this.desk = desk;
        this.hands = hands;
        this.access = access;
        this.units = units;
        this.actor = actor;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Long before,
            Model model) {
        PaperFilter filter = PaperFilter.of(kind, state, unit, q);
        boolean oversees = access.visibleUnits().isEmpty();
        boolean first = before == null && filter.state() == null;
        model.addAttribute("page", desk.page(filter, before));
        model.addAttribute("filter", filter);
        model.addAttribute("later", before != null);
        model.addAttribute("kinds", PaperKind.values());
        model.addAttribute("states", PaperState.values());
        model.addAttribute("units", oversees ? units.all() : List.of());
        model.addAttribute("oversees", oversees);
        // What did not arrive comes first, wherever it stands in the list.
        PaperFilter failed = new PaperFilter(filter.kind(), PaperState.FAILED, filter.unit(), filter.words());
        model.addAttribute("failed", first ? desk.page(failed, null).lines() : List.of());
        return "desk/papers";
    }

    @GetMapping("/{id:\\d{1,18}}/service")
    String service(@PathVariable long id, Model model) {
        PaperLine line = desk.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", line);
        model.addAttribute("units", units);
        model.addAttribute("coordinator", actor.holding(Role.COORDINATOR, null).isPresent());
        return "desk/paper";
    }

    @PostMapping("/{id:\\d{1,18}}/deliveries/{delivery}/retry")
    String retry(@PathVariable long id, @PathVariable long delivery, RedirectAttributes answer) {
        coordinator();
        try {
            hands.retry(delivery);
            answer.addFlashAttribute("message", "正在重新发送，稍后刷新本页可见结果。");
        } catch (Refusal refused) {
            answer.addFlashAttribute("refusal", refused.getMessage());
        }
        return "redirect:/desk/papers/" + id + "/service";
    }

    @PostMapping("/{id:\\d{1,18}}/deliveries/{delivery}/by-hand")
    String byHand(
            @PathVariable long id,
            @PathVariable long delivery,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate servedOn,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes answer) {
        Actor by = coordinator();
        try {
            hands.byHand(delivery, servedOn, note, by);
            answer.addFlashAttribute("message", "已登记人工送达，原来的发送不再重试。");
        } catch (Refusal refused) {
            answer.addFlashAttribute("refusal", refused.getMessage());
            answer.addFlashAttribute("typed", Map.of("delivery", delivery, "note", note));
        }
        return "redirect:/desk/papers/" + id + "/service";
    }

    private Actor coordinator() {
        return actor.holding(Role.COORDINATOR, null)
                .orElseThrow(() -> new AccessDeniedException("deliveries are the coordinator's"));
    }
}
