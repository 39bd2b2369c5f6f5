package org.duban.notice.paper.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.kernel.FileOut;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.Letterheads;
import org.duban.notice.paper.PaperKind;
import org.duban.notice.paper.Template;
import org.duban.notice.paper.TemplateFaults;
import org.duban.notice.paper.Templates;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 文书模板: whoever has a desk reads and downloads them, coordinators and administrators change them. */
@Controller
@RequestMapping("/desk/settings/templates")
class TemplatesPage {

    private static final Set<Role> EDITORS = Set.of(Role.COORDINATOR, Role.ADMIN);

    private final Templates templates;
    private final Letterheads letterheads;
    private final CurrentActor actor;

    TemplatesPage(Templates templates, Letterheads letterheads, CurrentActor actor) {
        this.templates = templates;
        this.letterheads = letterheads;
        this.actor = actor;
    }

    @GetMapping
    String list(Model model) {
        Map<PaperKind, Template> inForce = new LinkedHashMap<>();
        Arrays.stream(PaperKind.values()).forEach(kind -> inForce.put(kind, templates.inForce(kind)));
        model.addAttribute("templates", inForce);
        model.addAttribute("letterheads", letterheads.all());
        model.addAttribute("editor", editor());
        return "desk/settings/templates";
    }

    @GetMapping("/{kind}")
    String one(@PathVariable String kind, Model model) {
        return show(kind(kind), model);
    }

    @GetMapping("/{kind}/{version}/file")
    ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable int version, HttpServletRequest request) {
        PaperKind of = kind(kind);
        byte[] docx = templates.file(of, version).orElseThrow(TemplatesPage::unknown);
        String name = of.label() + "模板第" + version + "版.docx";
        request.setAttribute(FileOut.ATTRIBUTE, new FileOut("文书模板", null, name, null));
        return WordDownload.of(name, docx);
    }

    /** Checks the file and brings it into force; what was typed stays when it is refused. */
    @PostMapping("/{kind}")
    String publish(
            @PathVariable String kind,
            @RequestParam int basedOn,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            RedirectAttributes answer)
            throws IOException {
        editorsOnly();
        PaperKind of = kind(kind);
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal("file", "请选择修改后的 Word 文件。");
            }
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            Template now = templates.publish(of, basedOn, name, file.getBytes(), reason, actor.get());
            answer.addFlashAttribute("message", "第 " + now.version() + " 版已启用，此后出具的" + of.label() + "按这一版制作；已经出具的不变。");
            return "redirect:/desk/settings/templates/" + of.name();
        } catch (TemplateFaults refused) {
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("faults", refused.faults());
        } catch (Refusal refused) {
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("faults", List.of());
        }
        model.addAttribute("reason", reason);
        return show(of, model);
    }

    @PostMapping("/{kind}/letterhead")
    String letterhead(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String head,
            @RequestParam(defaultValue = "") String organ,
            RedirectAttributes answer) {
        editorsOnly();
        PaperKind of = kind(kind);
        try {
            letterheads.save(of, mark, head, organ, actor.get());
            answer.addFlashAttribute("message", of.label() + "的字号和署名已保存，此后出具的文书使用。");
        } catch (Refusal refused) {
            answer.addFlashAttribute("refusal", refused.getMessage());
            answer.addFlashAttribute("typed", Map.of("kind", of.name(), "mark", mark, "head", head, "organ", organ));
        }
        return "redirect:/desk/settings/templates";
    }

    private String show(PaperKind kind, Model model) {
        List<Template> versions = templates.versions(kind);
        model.addAttribute("kind", kind);
        model.addAttribute("versions", versions);
        model.addAttribute("now", versions.get(0));
        model.addAttribute("allowed", Templates.allowed(kind));
        model.addAttribute("editor", editor());
        return "desk/settings/template";
    }

    private boolean editor() {
        return actor.roles().stream().anyMatch(EDITORS::contains);
    }

    private void editorsOnly() {
        if (!editor()) {
            throw new AccessDeniedException("coordinators and administrators change templates");
        }
    }

    private static PaperKind kind(String name) {
        return Arrays.stream(PaperKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(TemplatesPage::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
