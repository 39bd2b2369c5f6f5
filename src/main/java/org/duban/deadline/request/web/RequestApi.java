package org.duban.deadline.request.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.duban.deadline.Subjects;
import org.duban.deadline.request.Ask;
import org.duban.deadline.request.CaseRequests;
import org.duban.deadline.request.DeadlineRequest;
import org.duban.deadline.request.RequestReader;
import org.duban.deadline.request.Requests;
import org.duban.deadline.request.Resuming;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.Access;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is asked for about a case, for those who may see it; who may ask is the use case's to say. */
@RestController
@RequestMapping("/api/cases/{no}/requests")
@Tag(name = "申请 / Requests")
class RequestApi {

    private final Requests requests;
    private final RequestReader reader;
    private final Resuming resuming;
    private final Subjects subjects;
    private final Access access;

    RequestApi(Requests requests, RequestReader reader, Resuming resuming, Subjects subjects, Access access) {
        this.requests = requests;
        this.reader = reader;
        this.resuming = resuming;
        this.subjects = subjects;
        this.access = access;
    }

    /** A request as it was accepted. */
    record Accepted(long id, String state, String stateLabel, String cap, String approver) {

        static Accepted of(DeadlineRequest request) {
            return new Accepted(
                    request.id(),
                    request.state().name(),
                    request.state().label(),
                    request.cap().words(),
                    request.cap().approver().label());
        }
    }

    /** Why the clock runs on early. */
    record Early(String reason) {}

    @GetMapping
    @Operation(
            summary = "申请与可申请的期限 / Requests about a case, its open deadlines, and what may be asked for",
            description = "不能申请的写明原因。 / What cannot be asked for says why.")
    CaseRequests requests(@PathVariable String no) {
        return reader.of(visible(no));
    }

    @PostMapping
    @Operation(
            summary = "提出申请 / Ask for 延期, 挂账 or 改派",
            description = "承办人提出，单位负责人审签后由协调员或领导审批；期限到期以后不受理。 / By a clerk of the unit that answers"
                    + " for the deadline, before it expires.")
    ResponseEntity<Accepted> ask(@PathVariable String no, @RequestBody Ask ask) {
        CaseNo caseNo = visible(no);
        DeadlineRequest asked = requests.ask(caseNo, ask);
        return ResponseEntity.created(URI.create("/api/cases/" + caseNo + "/requests"))
                .body(Accepted.of(asked));
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤回申请 / Withdraws a request nobody has decided, by the unit that asked")
    void withdraw(@PathVariable String no, @PathVariable long id) {
        requests.withdraw(visible(no), id);
    }

    @PostMapping("/{id}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "提前恢复计时 / Lets the clock run on early, by a coordinator or the unit that asked")
    void resume(@PathVariable String no, @PathVariable long id, @RequestBody Early early) {
        resuming.early(visible(no), id, early.reason());
    }

    /** A number that is malformed, unknown or somebody else's gets one and the same answer. */
    private CaseNo visible(String no) {
        try {
            CaseNo caseNo = CaseNo.of(no);
            var units = subjects.units(caseNo);
            if (!units.isEmpty() && access.sees(units)) {
                return caseNo;
            }
        } catch (Refusal malformed) {
            throw new NoSuchCase();
        }
        throw new NoSuchCase();
    }
}
