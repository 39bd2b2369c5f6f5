package org.duban.desk.web;

import org.duban.card.Card;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.HandProposal;
import org.duban.card.HandProposals;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposes a card by hand from the page of a case. */
@Controller
class CardProposalPage {

    private final HandProposals proposals;

    CardProposalPage(HandProposals proposals) {
        this.proposals = proposals;
    }

    @PostMapping("/desk/cases/{no}/cards")
    String propose(
            @PathVariable String no,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) CardCause cause,
            @RequestParam(required = false) CardColour colour,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String assessor,
            RedirectAttributes answer) {
        CaseNo subject = CaseNo.of(no);
        HandProposal given = new HandProposal(
                no, unit, cause, text, colour, assessor, null, null, null, null, givenBySuperior(cause, colour));
        try {
            Card card = proposals.propose(given);
            answer.addFlashAttribute("cardMessage", "发牌建议已提出，编号 " + card.no() + "，等待市环委办审核。");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("cardRefusal", refusal.getMessage());
            answer.addFlashAttribute("proposed", given);
        }
        return "redirect:/desk/cases/" + subject + "#cards";
    }

    /** For a card of the province's the colour chosen is the one the province gave. */
    private static CardColour givenBySuperior(CardCause cause, CardColour colour) {
        return cause == CardCause.SUPERIOR_CARD ? colour : null;
    }
}
