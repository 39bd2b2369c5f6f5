package org.duban.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.card.CardColour;
import org.duban.card.CardCommand;
import org.duban.card.DecidingMany;
import org.duban.card.DecidingMany.Outcome;
import org.duban.desk.card.CardTab;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Decisions from the board, one or many at once. The whole board is one form: each card has its own fields, named with
 * its number, so that whatever is refused comes back as it was typed.
 */
@Controller
class CardDecisionsPage {

    private final DecidingMany deciding;

    CardDecisionsPage(DecidingMany deciding) {
        this.deciding = deciding;
    }

    @PostMapping("/desk/cards/reviews")
    String review(@RequestParam MultiValueMap<String, String> form, RedirectAttributes answer) {
        Choice choice = Choice.of(form);
        String reason = form.getFirst("reason");
        boolean drop = "drop".equals(choice.what());
        if (choice.cards().isEmpty()) {
            refuse("请先勾选要审核的建议。", form, answer);
        } else if (drop && !choice.one() && blank(reason)) {
            refuse("不予发牌的，请写明理由。", form, answer);
        } else {
            Map<CaseNo, CardCommand.Review> commands = new LinkedHashMap<>();
            List<Outcome> outcomes = new ArrayList<>();
            for (String card : choice.cards()) {
                try {
                    commands.put(CaseNo.of(card), review(card, drop, choice.one() ? null : reason, form));
                } catch (Refusal refusal) {
                    outcomes.add(new Outcome(CaseNo.of(card), false, refusal.getMessage()));
                }
            }
            outcomes.addAll(0, deciding.review(commands));
            tell(outcomes, form, answer);
        }
        return "redirect:/desk/cards?tab=" + CardTab.REVIEW.word();
    }

    private static CardCommand.Review review(
            String card, boolean drop, String common, MultiValueMap<String, String> form) {
        String own = form.getFirst("reason." + card);
        String reason = blank(own) ? common : own;
        if (drop) {
            return new CardCommand.Review(CardCommand.Review.Choice.DROP, null, null, null, null, reason);
        }
        return new CardCommand.Review(
                CardCommand.Review.Choice.KEEP,
                colour(form.getFirst("colour." + card)),
                form.getFirst("clause." + card),
                days(form.getFirst("replyDays." + card)),
                form.getFirst("demand." + card),
                reason);
    }

    @PostMapping("/desk/cards/approvals")
    String approve(@RequestParam MultiValueMap<String, String> form, RedirectAttributes answer) {
        Choice choice = Choice.of(form);
        String reason = choice.one() ? form.getFirst("reason." + choice.cards().get(0)) : form.getFirst("reason");
        boolean approve = "approve".equals(choice.what());
        if (choice.cards().isEmpty()) {
            refuse("请先勾选要审批的建议。", form, answer);
        } else if (!approve && blank(reason)) {
            refuse("不同意或退回的，请写明理由。", form, answer);
        } else {
            CardCommand.Approve.Choice decision = approve
                    ? CardCommand.Approve.Choice.APPROVE
                    : "return".equals(choice.what())
                            ? CardCommand.Approve.Choice.RETURN
                            : CardCommand.Approve.Choice.REFUSE;
            tell(
                    deciding.approve(
                            choice.cards().stream().map(CaseNo::of).toList(),
                            new CardCommand.Approve(decision, reason)),
                    form,
                    answer);
        }
        return "redirect:/desk/cards?tab=" + CardTab.APPROVAL.word();
    }

    /** What was pressed: a decision about all that are ticked, or {@code what:number} about one. */
    private record Choice(String what, List<String> cards, boolean one) {

        static Choice of(MultiValueMap<String, String> form) {
            String pressed = form.getFirst("act") == null ? "" : form.getFirst("act");
            int colon = pressed.indexOf(':');
            return colon < 0
                    ? new Choice(pressed, form.getOrDefault("no", List.of()), false)
                    : new Choice(pressed.substring(0, colon), List.of(pressed.substring(colon + 1)), true);
        }
    }

    private static CardColour colour(String text) {
        return blank(text)
                ? null
                : Arrays.stream(CardColour.values())
                        .filter(colour -> colour.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("colour", "牌级“" + text + "”不对，请重新选择。"));
    }

    private static Integer days(String text) {
        try {
            return blank(text) ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal("replyDays", "书面答复期限“" + text + "”不对，请填写工作日数。");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static void refuse(String why, MultiValueMap<String, String> form, RedirectAttributes answer) {
        answer.addFlashAttribute("refusal", why);
        keep(form, answer);
    }

    private static void tell(List<Outcome> outcomes, MultiValueMap<String, String> form, RedirectAttributes answer) {
        answer.addFlashAttribute("outcomes", outcomes);
        keep(form, answer);
    }

    private static void keep(MultiValueMap<String, String> form, RedirectAttributes answer) {
        answer.addFlashAttribute("typed", new LinkedHashMap<>(form.toSingleValueMap()));
        answer.addFlashAttribute("ticked", form.getOrDefault("no", List.of()));
    }
}
