package org.duban.petition.publication.web;

import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.publication.DraftReader.Stage;
import org.duban.petition.publication.ManyPublications;
import org.duban.petition.publication.PublicationStore;
import org.duban.petition.publication.Publications;
import org.duban.petition.publication.TableLayout;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 信访公开: batches, and the letters of one batch on their way to the public. */
@Controller
@RequestMapping("/desk/publication")
class PublicationPage {

    private static final int MOST = 200;

    private final PublicationDesk desk;
    private final PublicationStore store;
    private final Publications publications;
    private final ManyPublications many;

    PublicationPage(PublicationDesk desk, PublicationStore store, Publications publications, ManyPublications many) {
        this.desk = desk;
        this.store = store;
        this.publications = publications;
        this.many = many;
    }

    @GetMapping
    String batches(@RequestParam(defaultValue = "0") int page, Model model) {
        desk.onlyReaders();
        model.addAttribute("page", desk.batches(Math.max(page, 0)));
        model.addAttribute("later", page > 0);
        return "desk/publications";
    }

    @GetMapping("/{batch:\\d+}")
    String batch(
            @PathVariable long batch,
            @RequestParam(required = false) Stage stage,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        desk.onlyReaders();
        model.addAttribute("batch", desk.batch(batch));
        Stage chosen = stage == null ? first(store.counts(batch)) : stage;
        model.addAttribute("stage", chosen);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("page", desk.letters(batch, chosen, Math.max(page, 0)));
        model.addAttribute("later", page > 0);
        model.addAttribute("open", store.batch(batch).orElse(null));
        model.addAttribute("layouts", TableLayout.values());
        model.addAttribute("prepares", desk.preparer().isPresent());
        model.addAttribute("releases", desk.releaser().isPresent());
        return "desk/publication";
    }

    /** Where there is something to do. */
    private static Stage first(PublicationStore.Counts counts) {
        return counts.toConfirm() > 0
                ? Stage.TO_CONFIRM
                : counts.toRelease() > 0 ? Stage.TO_RELEASE : counts.shown() > 0 ? Stage.SHOWN : Stage.TO_CONFIRM;
    }

    @PostMapping("/{batch:\\d+}/confirmations")
    String confirm(
            @PathVariable long batch, @RequestParam(required = false) List<String> no, RedirectAttributes answer) {
        var by = desk.mustPrepare();
        if (chosen(no, answer)) {
            answer.addFlashAttribute("outcomes", many.confirm(numbers(no), by));
        }
        return back(batch, Stage.TO_CONFIRM);
    }

    @PostMapping("/{batch:\\d+}/releases")
    String release(
            @PathVariable long batch,
            @RequestParam(required = false) List<String> no,
            @RequestParam(defaultValue = "release") String decision,
            @RequestParam(required = false) String reason,
            RedirectAttributes answer) {
        var by = desk.mustRelease();
        boolean back = "return".equals(decision);
        if (back && (reason == null || reason.isBlank())) {
            answer.addFlashAttribute("refusal", "退回修改的，请写明意见，确认人会看到。");
            answer.addFlashAttribute("ticked", no);
        } else if (chosen(no, answer)) {
            answer.addFlashAttribute(
                    "outcomes", back ? many.sendBack(numbers(no), reason, by) : many.release(numbers(no), by));
        }
        return back(batch, Stage.TO_RELEASE);
    }

    @PostMapping("/{batch:\\d+}/letters/{no}/withdrawal")
    String withdraw(
            @PathVariable long batch,
            @PathVariable String no,
            @RequestParam(required = false) String reason,
            RedirectAttributes answer) {
        var by = desk.mustRelease();
        CaseNo letter = desk.letter(batch, CaseNo.of(no)).petition().no();
        try {
            publications.withdraw(letter, reason, by);
            answer.addFlashAttribute("message", "已撤回，公开页上只留下编号和撤回说明。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return back(batch, Stage.SHOWN);
    }

    @PostMapping("/{batch:\\d+}/layout")
    String layout(@PathVariable long batch, @RequestParam TableLayout layout, RedirectAttributes answer) {
        desk.mustPrepare();
        desk.batch(batch);
        try {
            publications.lay(batch, layout);
            answer.addFlashAttribute("message", "公示表栏目已设为“" + layout.label() + "”。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/desk/publication/" + batch;
    }

    private static boolean chosen(List<String> no, RedirectAttributes answer) {
        if (no == null || no.isEmpty()) {
            answer.addFlashAttribute("refusal", "请先勾选信访件。");
            return false;
        }
        if (no.size() > MOST) {
            answer.addFlashAttribute("refusal", "一次最多 " + MOST + " 件，请分几次办理。");
            return false;
        }
        return true;
    }

    private static List<CaseNo> numbers(List<String> no) {
        return no.stream().map(CaseNo::of).toList();
    }

    private static String back(long batch, Stage stage) {
        return "redirect:/desk/publication/" + batch + "?stage=" + stage;
    }
}
