package org.duban.petition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.petition.Identity;
import org.duban.petition.PetitionAccess;
import org.duban.petition.PetitionFile;
import org.duban.petition.PetitionFiles;
import org.duban.petition.Unmaskings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One letter over REST. */
@RestController
@RequestMapping("/api/cases/{no:XF.*}")
@Tag(name = "cases")
class PetitionApi {

    /** What somebody wants to know an identity for. */
    record Purpose(String purpose) {}

    /** Who wrote, as shown once. */
    record Unmasked(String name, String phone, String idNumber, String address, String originalBody) {}

    private final PetitionFiles files;
    private final PetitionAccess access;
    private final Unmaskings unmaskings;
    private final CurrentActor actor;

    PetitionApi(PetitionFiles files, PetitionAccess access, Unmaskings unmaskings, CurrentActor actor) {
        this.files = files;
        this.access = access;
        this.unmaskings = unmaskings;
        this.actor = actor;
    }

    @GetMapping
    @Operation(
            summary = "Everything of one letter but who wrote it; 404 when it does not exist or is not for this person")
    PetitionFile file(@PathVariable String no) {
        return files.file(known(no)).orElseThrow(NotForYou::new);
    }

    @PostMapping("/petitioner")
    @Operation(
            summary = "Who wrote the letter, for a purpose; recorded and listed for the auditor (coordinator, leader)")
    ResponseEntity<Unmasked> unmask(@PathVariable String no, @RequestBody Purpose purpose) {
        CaseNo caseNo = known(no);
        Role role = Unmasking.roleOf(actor);
        Identity identity = unmaskings.unmask(caseNo, purpose.purpose(), actor.actingAs(role, null));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Unmasked(
                        identity.name(),
                        identity.phone(),
                        identity.idNumber(),
                        identity.address(),
                        identity.originalBody()));
    }

    /** A number that is malformed, unknown or somebody else's gets one and the same answer. */
    private CaseNo known(String no) {
        try {
            CaseNo caseNo = CaseNo.of(no);
            if (access.maySee(caseNo)) {
                return caseNo;
            }
        } catch (Refusal malformed) {
            throw new NotForYou();
        }
        throw new NotForYou();
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage());
        if (refusal.field() != null) {
            detail.setProperty("field", refusal.field());
        }
        return detail;
    }

    @ExceptionHandler
    ProblemDetail notForYou(NotForYou missing, HttpServletRequest request) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                inLanguage(request, "没有这个案件，或者您无权查看。请核对案号。", "There is no such case, or it is not yours to see."));
    }

    @ExceptionHandler
    ProblemDetail notAllowed(Unmasking.NotAllowed refused, HttpServletRequest request) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN,
                inLanguage(request, refused.getMessage(), "Only a coordinator or leader may see who wrote a letter."));
    }

    private static String inLanguage(HttpServletRequest request, String chinese, String english) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.startsWith("en") ? english : chinese;
    }

    /** The letter does not exist, or is not for this person. */
    private static final class NotForYou extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
