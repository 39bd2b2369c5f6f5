package org.duban.audit.web;

import org.duban.audit.Notes;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The auditor's notes of one case: a page, and a part the replay takes in. */
@Controller
class NotesPart {

    private final Notes notes;

    private final CurrentActor actor;

    NotesPart(Notes notes, CurrentActor actor) {
        this.actor = actor;
        this.notes = notes;
    }

    @GetMapping("/audit/cases/{no}/notes")
    String notes(
            @PathVariable String no,
            @RequestParam(required = false) Long step,
            @RequestParam(defaultValue = "false") boolean part,
            Model model) {
        known(no);
        model.addAttribute("no", no);
        model.addAttribute("step", step);
        model.addAttribute("notes", notes.of(no));
        model.addAttribute("reader", actor.get().username());
        return part ? "audit/notes :: notes" : "audit/notes";
    }

    @PostMapping("/audit/cases/{no}/notes")
    String add(
            @PathVariable String no,
            @RequestParam(required = false) Long step,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes answer) {
        known(no);
        try {
            notes.add(no, step, text);
            answer.addFlashAttribute("message", "备注已保存。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("written", text);
        }
        return back(no, step);
    }

    @PostMapping("/audit/cases/{no}/notes/{id}/withdrawal")
    String withdraw(
            @PathVariable String no,
            @PathVariable long id,
            @RequestParam(required = false) Long step,
            RedirectAttributes answer) {
        known(no);
        try {
            notes.withdraw(id);
            answer.addFlashAttribute("message", "备注已撤下。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return back(no, step);
    }

    private static String back(String no, Long step) {
        return "redirect:/audit/cases/" + no + "/notes" + (step == null ? "" : "?step=" + step);
    }

    private static void known(String no) {
        try {
            CaseNo.of(no);
        } catch (Refusal malformed) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
