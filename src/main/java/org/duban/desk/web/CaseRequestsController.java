package org.duban.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.duban.deadline.request.Ask;
import org.duban.deadline.request.RequestKind;
import org.duban.deadline.request.Requests;
import org.duban.deadline.request.Resuming;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.problem.CaseAccess;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking, withdrawing and resuming early from the page of a case. */
@Controller
@RequestMapping("/desk/cases/{no}/requests")
class CaseRequestsController {

    private final Requests requests;
    private final Resuming resuming;
    private final CaseAccess access;

    CaseRequestsController(Requests requests, Resuming resuming, CaseAccess access) {
        this.requests = requests;
        this.resuming = resuming;
        this.access = access;
    }

    @PostMapping
    String ask(
            @PathVariable String no,
            @RequestParam RequestKind kind,
            @RequestParam(required = false) Long deadlineId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) String leadUnit,
            @RequestParam(required = false) List<String> responsibleUnits,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String progress,
            RedirectAttributes answer) {
        Ask ask = new Ask(kind, deadlineId, day, leadUnit, responsibleUnits, reason, progress);
        return attempt(no, answer, ask, caseNo -> {
            var asked = requests.ask(caseNo, ask);
            return kind.label() + "申请已提交，" + asked.state().label() + "。";
        });
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable String no, @PathVariable long id, RedirectAttributes answer) {
        return attempt(no, answer, null, caseNo -> {
            requests.withdraw(caseNo, id);
            return "申请已撤回。";
        });
    }

    @PostMapping("/{id}/resumption")
    String resume(
            @PathVariable String no,
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            RedirectAttributes answer) {
        return attempt(no, answer, null, caseNo -> {
            resuming.early(caseNo, id, reason);
            return "已决定提前恢复计时，期限几秒钟内重新计算。";
        });
    }

    private interface Step {
        String take(CaseNo no);
    }

    /** A refusal goes back to the page with everything that was typed. */
    private String attempt(String number, RedirectAttributes answer, Ask typed, Step step) {
        CaseNo no = visible(number);
        try {
            answer.addFlashAttribute("message", step.take(no));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
            answer.addFlashAttribute("typed", typed);
        }
        return "redirect:/desk/cases/" + no + "#requests";
    }

    private CaseNo visible(String number) {
        try {
            CaseNo no = CaseNo.of(number);
            if (access.maySee(no)) {
                return no;
            }
        } catch (Refusal malformed) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
