package org.duban.journal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.duban.journal.Accesses;
import org.duban.journal.CaseJournal;
import org.duban.journal.CheckResult;
import org.duban.journal.JournalExport;
import org.duban.journal.Verification;
import org.duban.journal.VerifierJar;
import org.duban.journal.offline.VerifyRecord;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record over REST, for auditors and administrators. */
@RestController
@Tag(name = "记录 / Journal")
class JournalApi {

    private static final int MOST = 200;
    private static final String NDJSON = "application/x-ndjson";

    private final Verification verification;
    private final JournalExport export;
    private final CaseJournal journal;
    private final VerifierJar verifier;
    private final Accesses accesses;

    JournalApi(
            Verification verification,
            JournalExport export,
            CaseJournal journal,
            VerifierJar verifier,
            Accesses accesses) {
        this.accesses = accesses;
        this.verification = verification;
        this.export = export;
        this.journal = journal;
        this.verifier = verifier;
    }

    /** What a check came to. */
    record Verdict(String verdict, long entries, List<Map<String, Object>> findings) {

        static Verdict of(CheckResult result) {
            return new Verdict(
                    result.verdict(),
                    result.entries(),
                    result.findings().stream().map(VerifyRecord::inWords).toList());
        }
    }

    @GetMapping("/api/journal/verify")
    @Operation(
            summary = "核验记录 / Verify the record",
            description =
                    "逐条重算校验值，并核对封存和佐证材料；不写案号时核验全部。"
                            + " / Recomputes every keyed hash and compares seals and evidence files; the whole record without `case`.")
    Verdict verify(
            @Parameter(description = "案号 / Case number") @RequestParam(name = "case", required = false) String chain,
            @Parameter(description = "是否同时核对佐证材料文件 / Compare evidence files too") @RequestParam(defaultValue = "true")
                    boolean files) {
        return Verdict.of(blank(chain) ? verification.ofAll(files) : verification.ofCase(chain.strip()));
    }

    @GetMapping("/api/journal/export")
    @Operation(
            summary = "导出记录 / Export the record",
            description = "每行一个 JSON 对象，可用独立核验程序核验。 / One JSON object per line, for the stand-alone verifier.")
    void export(@RequestParam(name = "case", required = false) String chain, HttpServletResponse response)
            throws IOException {
        String name = blank(chain) ? "record" : "record-" + chain.strip().replaceAll("[^A-Za-z0-9_-]", "");
        response.setContentType(NDJSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".ndjson\"");
        accesses.export(
                "记录",
                blank(chain) ? null : chain.strip(),
                blank(chain) ? "全部记录" : "",
                response.getOutputStream(),
                out -> {
                    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
                    long rows = blank(chain) ? export.ofAll(lines) : export.ofCase(chain.strip(), lines);
                    lines.flush();
                    return rows;
                });
    }

    @GetMapping("/api/journal/verifier")
    @Operation(
            summary = "下载独立核验程序 / Download the stand-alone verifier",
            description = "java -jar duban-verifier.jar 记录.ndjson 密钥文件 [佐证材料目录 [文书目录]]")
    void verifier(HttpServletResponse response) throws IOException {
        response.setContentType("application/java-archive");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duban-verifier.jar\"");
        verifier.writeTo(response.getOutputStream());
    }

    @GetMapping(value = "/api/cases/{no}/journal", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "案件记录 / A case's record",
            description = "按顺序分页；把 next 作为 after 取下一页。 / In order; pass `next` as `after` to go on.")
    JournalPageBody journal(
            @PathVariable String no,
            @RequestParam(defaultValue = "0") long after,
            @Parameter(description = "每页条数，1 至 200 / Page size") @RequestParam(defaultValue = "50") int size) {
        CaseJournal.Page page = journal.page(no, Math.max(0, after), Math.max(1, Math.min(MOST, size)));
        if (page.total() > 0) {
            accesses.read("逐条记录", no);
        }
        return JournalPageBody.of(page);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
