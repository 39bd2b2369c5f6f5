package org.duban.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.duban.desk.RuleTables;
import org.duban.engine.RuleBook;
import org.duban.kernel.FileOut;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** The rules the office goes by: everybody on the desk may read and download them, administrators may change them. */
@Controller
@RequestMapping("/desk/settings/rules")
class RulesPage {

    private final RuleTables tables;
    private final RuleBook book;
    private final CurrentActor actor;
    private final Frame frame;

    RulesPage(RuleTables tables, RuleBook book, CurrentActor actor, Frame frame) {
        this.tables = tables;
        this.book = book;
        this.actor = actor;
        this.frame = frame;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("lines", tables.all());
        return "desk/settings/rules";
    }

    @GetMapping("/{key}")
    String table(@PathVariable String key, @RequestParam(required = false) Integer version, Model model) {
        return show(key, version, model);
    }

    @GetMapping("/{key}/{version}/file")
    ResponseEntity<byte[]> file(@PathVariable String key, @PathVariable int version, HttpServletRequest request) {
        return download(book.file(key, version), key + "-" + version + ".dmn", request);
    }

    @GetMapping("/{key}/shipped/file")
    ResponseEntity<byte[]> shipped(@PathVariable String key, HttpServletRequest request) {
        return download(book.shippedFile(key), key + ".dmn", request);
    }

    /** Checks the file and brings it into force; what was typed stays when it is refused. */
    @PostMapping("/{key}")
    String publish(
            @PathVariable String key,
            @RequestParam int basedOn,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            RedirectAttributes answer)
            throws IOException {
        Administrators.only(frame);
        try {
            byte[] dmn = file == null ? new byte[0] : file.getBytes();
            String name = file == null
                    ? ""
                    : Optional.ofNullable(file.getOriginalFilename()).orElse("");
            int version = book.publish(new RuleBook.Upload(key, basedOn, name, dmn, reason), actor.get());
            answer.addFlashAttribute("message", "第 " + version + " 版已启用。此后新的判断按这一版执行；已经作出的判断和已经开立的期限不变。");
            return "redirect:/desk/settings/rules/" + key;
        } catch (RuleBook.Faulty faulty) {
            model.addAttribute("refusal", faulty.getMessage());
            model.addAttribute("faults", faulty.faults());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("faults", List.of());
        }
        model.addAttribute("reason", reason);
        return show(key, null, model);
    }

    private String show(String key, Integer version, Model model) {
        RuleTables.View view = tables.view(key, version).orElseThrow(RulesPage::noSuchTable);
        model.addAttribute("view", view);
        model.addAttribute("shipped", view.inForce() && book.shippedFile(key).isPresent());
        return "desk/settings/rule";
    }

    private static ResponseEntity<byte[]> download(Optional<byte[]> file, String name, HttpServletRequest request) {
        request.setAttribute(FileOut.ATTRIBUTE, new FileOut("规则文件", null, name, null));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.orElseThrow(RulesPage::noSuchTable));
    }

    private static ResponseStatusException noSuchTable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
