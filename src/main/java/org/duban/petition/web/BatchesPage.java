package org.duban.petition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.Units;
import org.duban.petition.Batch;
import org.duban.petition.BatchService;
import org.duban.petition.PetitionCommand.Dispatch;
import org.duban.petition.ShareLines;
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

/** Batches at the desk: the list, and one batch from upload to dispatched in a few clicks. */
@Controller
@RequestMapping("/desk/batches")
class BatchesPage {

    private static final int SIZE = 30;
    private static final String ID = "/{id:\\d+}";

    private final BatchService batches;
    private final BatchDesk desk;
    private final Units units;

    BatchesPage(BatchService batches, BatchDesk desk, Units units) {
        this.batches = batches;
        this.desk = desk;
        this.units = units;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int from, Model model) {
        desk.onlyReaders();
        int offset = Math.max(0, from);
        List<BatchDesk.Line> lines = desk.page(SIZE + 1, offset);
        model.addAttribute("lines", lines.subList(0, Math.min(SIZE, lines.size())));
        model.addAttribute("next", lines.size() > SIZE ? offset + SIZE : null);
        model.addAttribute("previous", offset == 0 ? null : Math.max(0, offset - SIZE));
        model.addAttribute("coordinator", desk.coordinator());
        return "desk/batches";
    }

    @GetMapping(ID)
    String page(@PathVariable long id, Model model) {
        desk.onlyReaders();
        model.addAttribute("view", desk.view(known(id)));
        model.addAttribute("desk", desk);
        model.addAttribute("turns", batches.turns(id));
        model.addAttribute("units", units.workable());
        return "desk/batch";
    }

    /** 全部转办, as proposed. */
    @PostMapping(ID + "/dispatch")
    String dispatchAll(@PathVariable long id, RedirectAttributes answer) {
        desk.onlyCoordinators();
        Batch batch = known(id);
        long before = desk.view(batch).waiting();
        Map<String, String> refused = desk.dispatchAll(batch);
        answer.addFlashAttribute("message", "已转办 " + (before - refused.size()) + " 件。");
        if (!refused.isEmpty()) {
            List<String> words = new ArrayList<>();
            refused.forEach((no, why) -> words.add(no + "：" + why));
            answer.addFlashAttribute("refusal", "有 " + refused.size() + " 件没有转办。" + String.join(" ", words));
        }
        return "redirect:/desk/batches/" + id;
    }

    /** 转办 of one letter with shares of the coordinator's own. */
    @PostMapping(ID + "/letters/{no}/dispatch")
    String dispatch(
            @PathVariable long id,
            @PathVariable String no,
            @RequestParam(name = "unit", required = false) List<String> unit,
            @RequestParam(name = "share", required = false) List<String> share,
            @RequestParam(defaultValue = "false") boolean keyMark,
            @RequestParam(required = false) String note,
            RedirectAttributes answer) {
        desk.onlyCoordinators();
        try {
            desk.dispatch(CaseNo.of(no), new Dispatch(ShareLines.read(unit, share), keyMark, note));
            answer.addFlashAttribute("message", no + " 已转办。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", no + "：" + refusal.getMessage());
        }
        return "redirect:/desk/batches/" + id + "#" + no;
    }

    @PostMapping(ID + "/close")
    String close(@PathVariable long id, RedirectAttributes answer) {
        desk.onlyCoordinators();
        try {
            batches.close(id, desk.actingCoordinator());
            answer.addFlashAttribute("message", "件数和份额都已核对一致，已封批。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/desk/batches/" + id;
    }

    @PostMapping(ID + "/reopen")
    String reopen(@PathVariable long id, @RequestParam(required = false) String reason, RedirectAttributes answer) {
        desk.onlyCoordinators();
        try {
            batches.reopen(id, reason, desk.actingCoordinator());
            answer.addFlashAttribute("message", "已重新打开，可以补入信访件、更正来文件数；核对一致后请再次封批。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/desk/batches/" + id + "#turns";
    }

    private Batch known(long id) {
        return batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
