package org.duban.notice.paper.web;

import java.nio.charset.StandardCharsets;
import org.duban.notice.paper.PaperType;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A Word file to keep; asked for anew each time, because rights may have changed. */
final class WordDownload {

    private WordDownload() {}

    static ResponseEntity<byte[]> of(String name, byte[] docx) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(PaperType.DOCX))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(docx);
    }
}
