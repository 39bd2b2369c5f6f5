package org.duban.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.duban.evidence.Evidence;
import org.duban.evidence.EvidenceService;
import org.duban.kernel.FileOut;
import org.duban.kernel.Refusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of a piece of evidence. Strangers wrote them, so a browser is told to run nothing and to guess nothing. */
@RestController
@Tag(name = "evidence")
class EvidenceContent {

    private final EvidenceService evidence;

    EvidenceContent(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/api/evidence/{id}/content")
    @Operation(summary = "查看或下载佐证材料 · the file itself; ranges are answered")
    ResponseEntity<Resource> content(@PathVariable("id") UUID id, HttpServletRequest request) {
        Evidence seen = evidence.seen(id);
        Path file = evidence.file(seen);
        if (!Files.isReadable(file)) {
            throw new Refusal("文件“" + seen.fileName() + "”在存储中找不到，请联系管理员。");
        }
        request.setAttribute(FileOut.ATTRIBUTE, new FileOut("佐证材料", seen.caseNo(), seen.fileName(), seen.sha256()));
        ContentDisposition disposition = (seen.kind().shown()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(seen.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(seen.kind().mediaType()))
                // Asked again each time, because rights may have changed since.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(seen.sha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(file));
    }
}
