package org.duban.petition.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.publication.Change;
import org.duban.petition.publication.Draft;
import org.duban.petition.publication.DraftReader.Reading;
import org.duban.petition.publication.DraftReader.Stage;
import org.duban.petition.publication.Ground;
import org.duban.petition.publication.Live;
import org.duban.petition.publication.Part;
import org.duban.petition.publication.PersonalDataLeft;
import org.duban.petition.publication.PublicText;
import org.duban.petition.publication.Publications;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One letter's text for the public beside its original. */
@Controller
@RequestMapping("/desk/publication/{batch:\\d+}/letters/{no}")
class PublicationLetterPage {

    private final PublicationDesk desk;
    private final Publications publications;

    PublicationLetterPage(PublicationDesk desk, Publications publications) {
        this.desk = desk;
        this.publications = publications;
    }

    @GetMapping
    String letter(@PathVariable long batch, @PathVariable String no, Model model) {
        desk.onlyReaders();
        Reading reading = desk.letter(batch, CaseNo.of(no));
        Map<Part, String> texts = new EnumMap<>(Part.class);
        reading.parts().forEach(part -> texts.put(part.part(), part.text()));
        Draft draft = reading.draft();
        boolean inHand = draft != null && draft.step() != Draft.Step.RELEASED;
        show(batch, reading, texts, inHand ? draft.reason() : null, inHand ? draft.kept() : Set.of(), model);
        return "desk/publication-letter";
    }

    @PostMapping
    String keep(
            @PathVariable long batch,
            @PathVariable String no,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) List<String> kept,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "confirm") String action,
            Model model,
            HttpServletResponse response,
            RedirectAttributes answer) {
        var by = desk.mustPrepare();
        Reading reading = desk.letter(batch, CaseNo.of(no));
        Map<Part, String> texts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            texts.put(part, form.get("text_" + part));
        }
        String reason = form.get("reason");
        Set<String> looked = kept == null ? Set.of() : new LinkedHashSet<>(kept);
        CaseNo letter = reading.petition().no();
        try {
            if ("save".equals(action)) {
                publications.save(letter, new PublicText(texts), reason, version);
                answer.addFlashAttribute("message", "草稿已保存，还没有确认。");
                return "redirect:/desk/publication/" + batch + "/letters/" + letter;
            }
            publications.confirm(letter, new PublicText(texts), reason, looked, version, by);
            answer.addFlashAttribute("message", name(reading) + " 已确认，等待另一人发布。");
            return "redirect:/desk/publication/" + batch + "?stage=" + Stage.TO_CONFIRM;
        } catch (Refusal refusal) {
            // What was written stays on the page.
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("field", refusal.field());
            if (refusal instanceof PersonalDataLeft left) {
                model.addAttribute("left", left.left());
            }
            show(batch, reading, texts, reason, looked, model);
            model.addAttribute("version", version);
            return "desk/publication-letter";
        }
    }

    private void show(
            long batch, Reading reading, Map<Part, String> texts, String reason, Set<String> kept, Model model) {
        model.addAttribute("batch", desk.batch(batch));
        model.addAttribute("reading", reading);
        model.addAttribute("letter", reading.petition().letter());
        model.addAttribute("texts", texts);
        model.addAttribute("reason", reason);
        model.addAttribute("kept", kept);
        model.addAttribute("version", reading.version());
        model.addAttribute("prepares", desk.preparer().isPresent() && writable(reading));
        model.addAttribute("releases", desk.releaser().isPresent());
        model.addAttribute("grounds", Ground.values());
        model.addAttribute("keeps", mayBeKept(reading));
        model.addAttribute("tellsWhy", reading.change() != Change.FIRST);
    }

    private static boolean writable(Reading reading) {
        return reading.stage() != Stage.NOT_READY && reading.withholding() == null;
    }

    /** Whether it may still be asked not to be published: what the public has seen once can only be withdrawn. */
    private static boolean mayBeKept(Reading reading) {
        boolean inHand = reading.stage() == Stage.TO_CONFIRM || reading.stage() == Stage.TO_RELEASE;
        return inHand && (reading.draft() == null || reading.draft().live() == Live.NONE);
    }

    private static String name(Reading reading) {
        String upstream = reading.petition().letter().upstreamNo();
        return upstream == null ? reading.petition().no().value() : upstream;
    }
}
