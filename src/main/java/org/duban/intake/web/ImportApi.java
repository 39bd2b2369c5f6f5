package org.duban.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.duban.intake.ImportKind;
import org.duban.intake.ImportRun;
import org.duban.intake.ImportService;
import org.duban.intake.ImportService.Options;
import org.duban.journal.Accesses;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports over REST, for coordinators and administrators. */
@RestController
@RequestMapping("/api/imports")
class ImportApi {

    private static final int MOST_SHOWN = 1_000;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ImportService imports;
    private final CurrentActor actor;
    private final Accesses accesses;

    ImportApi(ImportService imports, CurrentActor actor, Accesses accesses) {
        this.accesses = accesses;
        this.imports = imports;
        this.actor = actor;
    }

    /**
     * Takes a list in. Short lists are answered with their outcome (200), long ones with their number (202).
     *
     * @param kind problems, or petitions (letters, or statistics of their batches)
     * @param dryRun only check and say what would happen
     * @param partial import the good rows although others are refused
     * @param source source of rows that name none
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> submit(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "problems") String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(required = false) String source)
            throws IOException {
        ImportKind what = ImportKind.of(kind)
                .orElseThrow(() -> new Refusal("kind", "参数 kind 只能是 problems（问题清单）或 petitions（信访件、批次统计），请改正后重试。"));
        try (InputStream content = file.getInputStream()) {
            return answered(imports.submit(
                    file.getOriginalFilename(), content, new Options(what, dryRun, partial, source), actor.get()));
        }
    }

    /** Imports the file of a dry run without another upload. */
    @PostMapping("/{id}/confirm")
    ResponseEntity<ImportAnswer> confirm(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean partial) {
        return answered(imports.confirm(id, partial, actor.get()));
    }

    /** Goes on with an import that was cut off. */
    @PostMapping("/{id}/resume")
    ResponseEntity<ImportAnswer> resume(@PathVariable UUID id) {
        return answered(imports.resume(id));
    }

    @GetMapping("/{id}")
    ResponseEntity<ImportAnswer> read(@PathVariable UUID id) {
        return imports.find(id).map(run -> ResponseEntity.ok(answer(run))).orElseGet(() -> ResponseEntity.notFound()
                .build());
    }

    @GetMapping("/{id}/errors.xlsx")
    ResponseEntity<StreamingResponseBody> errorSheet(@PathVariable UUID id) {
        return imports.find(id)
                .map(run -> ResponseEntity.ok()
                        .contentType(XLSX)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("导入退回的行.xlsx", StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(sheet(run)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    // Written by another thread, which knows nothing of who asked.
    private StreamingResponseBody sheet(ImportRun run) {
        Actor by = actor.get();
        return out -> accesses.export("导入退回的行", null, "导入 " + run.order().fileName(), by, out, sheet -> {
            imports.writeErrorSheet(run.id(), sheet);
            return imports.countErrors(run.id());
        });
    }

    private ResponseEntity<ImportAnswer> answered(ImportRun run) {
        HttpStatus status = run.state().running() ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .header(HttpHeaders.LOCATION, "/api/imports/" + run.id())
                .body(answer(run));
    }

    private ImportAnswer answer(ImportRun run) {
        return ImportAnswer.of(
                run,
                imports.errors(run.id(), MOST_SHOWN),
                imports.countErrors(run.id()),
                imports.changes(run.id(), MOST_SHOWN),
                imports.countChanges(run.id()));
    }
}
