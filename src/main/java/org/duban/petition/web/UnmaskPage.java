package org.duban.petition.web;

import jakarta.servlet.http.HttpServletResponse;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.petition.PetitionAccess;
import org.duban.petition.Unmaskings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looking at who wrote a letter, and for the auditor at who looked. */
@Controller
class UnmaskPage {

    private static final int SIZE = 50;

    private final Unmaskings unmaskings;
    private final PetitionAccess access;
    private final CurrentActor actor;

    UnmaskPage(Unmaskings unmaskings, PetitionAccess access, CurrentActor actor) {
        this.unmaskings = unmaskings;
        this.access = access;
        this.actor = actor;
    }

    /** Answers with the identity itself, once; neither an address nor a session keeps it. */
    @PostMapping("/desk/cases/{no:XF.*}/petitioner")
    String unmask(
            @PathVariable String no,
            @RequestParam(required = false) String purpose,
            Model model,
            HttpServletResponse response,
            RedirectAttributes answer) {
        CaseNo caseNo = known(no);
        try {
            Role role = Unmasking.roleOf(actor);
            model.addAttribute("identity", unmaskings.unmask(caseNo, purpose, actor.actingAs(role, null)));
            model.addAttribute("no", no);
            model.addAttribute("purpose", purpose);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return "desk/petitioner";
        } catch (Unmasking.NotAllowed refused) {
            throw new AccessDeniedException("identities are for the coordinator and the leader");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            return "redirect:/desk/cases/" + no + "#petitioner";
        }
    }

    /** Every look at an identity, the newest first. */
    @GetMapping("/audit/unmaskings")
    String list(@RequestParam(defaultValue = "0") int from, Model model) {
        int offset = Math.max(0, from);
        var looks = unmaskings.all(SIZE + 1, offset);
        model.addAttribute("looks", looks.subList(0, Math.min(SIZE, looks.size())));
        model.addAttribute("next", looks.size() > SIZE ? offset + SIZE : null);
        return "audit/unmaskings";
    }

    private CaseNo known(String no) {
        try {
            CaseNo caseNo = CaseNo.of(no);
            if (access.maySee(caseNo)) {
                return caseNo;
            }
        } catch (Refusal malformed) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
