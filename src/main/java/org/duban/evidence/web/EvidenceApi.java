package org.duban.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.evidence.EvidenceService;
import org.duban.evidence.NewEvidence;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code /api/evidence}: handing in, describing, taking back and listing evidence. */
@RestController
@RequestMapping("/api/evidence")
@Tag(name = "evidence", description = "佐证材料 · evidence")
class EvidenceApi {

    private final EvidenceService evidence;

    EvidenceApi(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传佐证材料 · hand in one file with a task (JPEG, PNG, WebP, HEIC or PDF, up to 50 MB)")
    EvidenceView store(
            @RequestParam("file") MultipartFile file,
            @RequestParam("taskId") String taskId,
            @RequestParam(name = "caseNo", required = false) String caseNo,
            @RequestParam(name = "criterion", required = false) String criterion,
            @RequestParam(name = "takenOn", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate takenOn,
            @RequestParam(name = "place", required = false) String place)
            throws IOException {
        NewEvidence given = new NewEvidence(
                file.getOriginalFilename(),
                caseNo == null || caseNo.isBlank() ? null : CaseNo.of(caseNo),
                taskId,
                criterion,
                takenOn,
                place);
        try (InputStream bytes = file.getInputStream()) {
            return EvidenceView.of(evidence.store(given, bytes));
        }
    }

    /** Which task, and under which criterion, earlier evidence is handed in with again. */
    record Again(String taskId, String criterion) {}

    @PostMapping("/{id}/copies")
    @Operation(summary = "沿用已提交的材料 · hand earlier evidence of the case in again with another task")
    EvidenceView handInAgain(@PathVariable("id") UUID id, @RequestBody Again again) {
        return EvidenceView.of(evidence.handInAgain(id, again.taskId(), again.criterion()));
    }

    /** Day and place; null empties the field. */
    record Described(LocalDate takenOn, String place) {}

    @PatchMapping("/{id}")
    @Operation(summary = "补充拍摄日期和地点 · say when and where it was taken")
    EvidenceView describe(@PathVariable("id") UUID id, @RequestBody Described described) {
        return EvidenceView.of(evidence.describe(id, described.takenOn(), described.place()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤下未提交的材料 · take evidence back before it is filed")
    void remove(@PathVariable("id") UUID id) {
        evidence.remove(id);
    }

    @GetMapping
    @Operation(summary = "列出佐证材料 · evidence of one task or one case, oldest first")
    List<EvidenceView> list(
            @RequestParam(name = "taskId", required = false) String taskId,
            @RequestParam(name = "caseNo", required = false) String caseNo) {
        if (taskId != null) {
            return evidence.listByTask(taskId).stream().map(EvidenceView::of).toList();
        }
        if (caseNo != null) {
            return evidence.listByCase(CaseNo.of(caseNo)).stream()
                    .map(EvidenceView::of)
                    .toList();
        }
        throw new Refusal("请指明任务(taskId)或案号(caseNo)。");
    }
}
