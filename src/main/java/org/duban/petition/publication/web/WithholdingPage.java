package org.duban.petition.publication.web;

import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.publication.Ground;
import org.duban.petition.publication.Withholdings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 不予公开 on the page of a letter: asked for, decided, lifted. */
@Controller
@RequestMapping("/desk/publication/{batch:\\d+}/letters/{no}/withholding")
class WithholdingPage {

    private final PublicationDesk desk;
    private final Withholdings withholdings;

    WithholdingPage(PublicationDesk desk, Withholdings withholdings) {
        this.desk = desk;
        this.withholdings = withholdings;
    }

    /** What somebody does about it. */
    enum Action {
        PROPOSE,
        CONFIRM,
        REJECT,
        LIFT
    }

    @PostMapping
    String act(
            @PathVariable long batch,
            @PathVariable String no,
            @RequestParam Action action,
            @RequestParam(required = false) Ground ground,
            @RequestParam(required = false) String words,
            RedirectAttributes answer) {
        var by = action == Action.PROPOSE ? desk.mustPrepare() : desk.mustRelease();
        CaseNo letter = desk.letter(batch, CaseNo.of(no)).petition().no();
        try {
            switch (action) {
                case PROPOSE -> withholdings.propose(letter, ground, words, by);
                case CONFIRM -> withholdings.confirm(letter, by);
                case REJECT -> withholdings.reject(letter, words, by);
                case LIFT -> withholdings.lift(letter, words, by);
            }
            answer.addFlashAttribute("message", said(action));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("ground", ground);
            answer.addFlashAttribute("words", words);
        }
        return "redirect:/desk/publication/" + batch + "/letters/" + letter;
    }

    private static String said(Action action) {
        return switch (action) {
            case PROPOSE -> "已提请不予公开，等待另一人确认。";
            case CONFIRM -> "已决定不予公开。本件不在公开页上出现，公开页只写本批不予公开的件数。";
            case REJECT -> "已退回，本件按一般程序公开。";
            case LIFT -> "已解除不予公开，请按一般程序核对、发布。";
        };
    }
}
