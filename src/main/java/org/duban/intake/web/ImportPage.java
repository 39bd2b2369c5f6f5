package org.duban.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.duban.intake.ImportKind;
import org.duban.intake.ImportRun;
import org.duban.intake.ImportService;
import org.duban.intake.ImportService.Options;
import org.duban.intake.ImportState;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The coordinator's import: drop a file, see what would happen, then confirm. Every step has an address of its own, so
 * going away and coming back loses nothing.
 */
@Controller
@RequestMapping("/desk/import")
class ImportPage {

    private static final int RECENT = 15;
    private static final int LINES_SHOWN = 200;

    private final ImportService imports;
    private final CurrentActor actor;

    ImportPage(ImportService imports, CurrentActor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @GetMapping
    String start(@RequestParam(defaultValue = "problems") String kind, Model model) {
        model.addAttribute("kind", ImportKind.of(kind).orElse(ImportKind.PROBLEMS));
        model.addAttribute("recent", imports.recent(RECENT));
        return "desk/import";
    }

    /** First a dry run, always: nothing is written before somebody has seen what would be. */
    @PostMapping
    String check(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "problems") String kind,
            @RequestParam(required = false) String source)
            throws IOException {
        ImportKind what = ImportKind.of(kind).orElse(ImportKind.PROBLEMS);
        try (InputStream content = file.getInputStream()) {
            ImportRun run = imports.submit(
                    file.getOriginalFilename(), content, new Options(what, true, false, source), actor.get());
            return "redirect:/desk/import/" + run.id();
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        outcome(id, model);
        return "desk/import-run";
    }

    /** The part of the page that changes while a long import is at work. */
    @GetMapping("/{id}/outcome")
    String progress(@PathVariable UUID id, Model model) {
        outcome(id, model);
        return "desk/import-run :: outcome";
    }

    @PostMapping("/{id}/confirm")
    String confirm(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean partial) {
        return "redirect:/desk/import/"
                + imports.confirm(id, partial, actor.get()).id();
    }

    @PostMapping("/{id}/resume")
    String resume(@PathVariable UUID id) {
        return "redirect:/desk/import/" + imports.resume(id).id();
    }

    @ExceptionHandler
    String refused(Refusal refusal, RedirectAttributes attributes) {
        attributes.addFlashAttribute("error", refusal.getMessage());
        return "redirect:/desk/import";
    }

    private void outcome(UUID id, Model model) {
        ImportRun run = imports.find(id).orElseThrow(() -> new Refusal("没有这次导入的记录，请重新上传文件。"));
        ImportRun.Counts counts = run.counts();
        boolean refused = run.state() == ImportState.REFUSED;
        model.addAttribute("run", run);
        model.addAttribute("errors", imports.errors(id, LINES_SHOWN));
        model.addAttribute("errorCount", imports.countErrors(id));
        model.addAttribute("changes", imports.changes(id, LINES_SHOWN));
        model.addAttribute("changeCount", imports.countChanges(id));
        model.addAttribute("percent", counts.rows() == 0 ? 0 : 100 * counts.done() / counts.rows());
        model.addAttribute(
                "mayConfirm",
                run.state() == ImportState.CHECKED || refused && !run.order().dryRun());
        model.addAttribute("nothingToDo", counts.good() == 0 || counts.good() == counts.unchanged());
    }
}
