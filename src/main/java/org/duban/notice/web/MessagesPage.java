package org.duban.notice.web;

import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.notice.Inbox;
import org.duban.notice.MessageFilter;
import org.duban.notice.MessageItem;
import org.duban.notice.MessageKind;
import org.duban.notice.MessagePage;
import org.duban.notice.SentMessages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The person's messages, and for those who oversee what went out to others. */
@Controller
@RequestMapping("/desk/messages")
class MessagesPage {

    private static final int SIZE = 50;

    private final Inbox inbox;
    private final SentMessages sent;

    MessagesPage(Inbox inbox, SentMessages sent) {
        this.inbox = inbox;
        this.sent = sent;
    }

    @GetMapping
    String inbox(@ModelAttribute("link") MessageLink link, @RequestParam(required = false) String after, Model model) {
        try {
            show(inbox.page(link.filter(), SIZE, after), link, model);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            show(inbox.page(MessageFilter.ALL, SIZE, null), MessageLink.ALL, model);
        }
        model.addAttribute("unread", inbox.unreadInWords());
        model.addAttribute("kinds", MessageKind.values());
        model.addAttribute("overseen", sent.overseen());
        model.addAttribute("later", after != null && !after.isBlank());
        return "desk/messages";
    }

    @GetMapping("/sent")
    String sent(
            @RequestParam(name = "case", required = false) String caseNo,
            @RequestParam(required = false) String after,
            Model model) {
        if (!sent.overseen()) {
            throw new AccessDeniedException("what went out to others is for those who oversee");
        }
        String given = caseNo == null ? "" : caseNo.strip();
        model.addAttribute("case", given);
        model.addAttribute("later", after != null && !after.isBlank());
        try {
            CaseNo no = given.isEmpty() ? null : CaseNo.of(given);
            model.addAttribute("page", sent.page(no, SIZE, after));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("page", new MessagePage(List.of(), null));
        }
        return "desk/messages-sent";
    }

    /** Signs for the message and stays on the list. */
    @PostMapping("/{id}/read")
    String read(
            @PathVariable long id,
            @ModelAttribute("link") MessageLink link,
            @RequestParam(required = false) String after) {
        if (!inbox.read(id)) {
            throw noSuchMessage();
        }
        return "redirect:" + link.after(after);
    }

    /** Signs for the message and goes where it leads. */
    @PostMapping("/{id}/open")
    RedirectView open(@PathVariable long id) {
        MessageItem message = inbox.message(id).orElseThrow(MessagesPage::noSuchMessage);
        inbox.read(id);
        RedirectView target = new RedirectView(message.link() == null ? "/desk/messages" : message.link(), true);
        // An address is taken as it is, with whatever braces it may have.
        target.setExpandUriTemplateVariables(false);
        return target;
    }

    @PostMapping("/read")
    String readAll(
            @RequestParam(required = false) String upTo,
            @ModelAttribute("link") MessageLink link,
            RedirectAttributes answer) {
        try {
            int signed = inbox.readAll(upTo);
            int left = inbox.unread();
            answer.addFlashAttribute("message", "已签阅 " + signed + " 条消息。" + (left == 0 ? "" : "仍有未读消息，请查看后再次签阅。"));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:" + link.after(null);
    }

    private static void show(MessagePage page, MessageLink link, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("link", link);
        model.addAttribute("filter", link.filter());
    }

    private static ResponseStatusException noSuchMessage() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
