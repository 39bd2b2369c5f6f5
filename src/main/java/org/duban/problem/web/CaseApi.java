package org.duban.problem.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.problem.CaseAccess;
import org.duban.problem.ProblemCommand.FileObjection;
import org.duban.problem.ProblemFile;
import org.duban.problem.ProblemService;
import org.duban.problem.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One case over REST. */
@RestController
@RequestMapping("/api/cases/{no:(?!XF).*}")
@Tag(name = "cases")
class CaseApi {

    private final Problems files;
    private final ProblemService problems;
    private final CaseAccess access;
    private final CurrentActor actor;

    CaseApi(Problems files, ProblemService problems, CaseAccess access, CurrentActor actor) {
        this.files = files;
        this.problems = problems;
        this.access = access;
        this.actor = actor;
    }

    @GetMapping
    @Operation(summary = "Everything of one case; 404 when it does not exist or is not for this person")
    ProblemFile file(@PathVariable String no) {
        CaseNo caseNo = known(no);
        return files.file(caseNo).orElseThrow(NotForYou::noSuchCase);
    }

    @PostMapping("/objections")
    @Operation(summary = "Files an objection; stops closure until it is answered (coordinator)")
    ResponseEntity<Map<String, Long>> object(@PathVariable String no, @RequestBody FileObjection objection) {
        CaseNo caseNo = known(no);
        if (!actor.roles().contains(Role.COORDINATOR)) {
            throw new NotAllowed("登记异议由协调员办理，请把来信来电转给市环委办。");
        }
        long id = problems.fileObjection(caseNo, objection, actor.actingAs(Role.COORDINATOR, null));
        return ResponseEntity.created(URI.create("/api/cases/" + caseNo)).body(Map.of("id", id));
    }

    /** A number that is malformed, unknown or somebody else's gets one and the same answer. */
    private CaseNo known(String no) {
        try {
            CaseNo caseNo = CaseNo.of(no);
            if (access.maySee(caseNo)) {
                return caseNo;
            }
        } catch (Refusal malformed) {
            throw NotForYou.noSuchCase();
        }
        throw NotForYou.noSuchCase();
    }
}
