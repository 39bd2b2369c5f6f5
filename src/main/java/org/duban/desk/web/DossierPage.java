package org.duban.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.duban.audit.Samples;
import org.duban.desk.audit.Dossier;
import org.duban.desk.audit.Dossier.Taken;
import org.duban.journal.Accesses;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.replay.Replay;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A case's dossier to take away. */
@Controller
class DossierPage {

    private final Dossier dossier;
    private final Replay replay;

    private final Samples samples;
    private final Accesses accesses;

    DossierPage(Dossier dossier, Replay replay, Samples samples, Accesses accesses) {
        this.samples = samples;
        this.accesses = accesses;
        this.dossier = dossier;
        this.replay = replay;
    }

    @GetMapping("/audit/cases/{no}/dossier.zip")
    void take(@PathVariable String no, HttpServletResponse response) throws IOException {
        CaseNo caseNo = known(no);
        Taken taken = dossier.taken(caseNo, true);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier-" + caseNo + ".zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        accesses.export("一案一档", no, "", response.getOutputStream(), out -> {
            dossier.write(taken, out);
            return 1;
        });
    }

    /** Of several cases: those of a sample, or the numbers as typed. */
    @GetMapping("/audit/dossiers.zip")
    void takeSeveral(
            @RequestParam(required = false) Long sample,
            @RequestParam(defaultValue = "") String cases,
            HttpServletResponse response)
            throws IOException {
        List<CaseNo> wanted = wanted(sample == null ? cases : String.join(" ", samples.cases(sample)));
        List<Taken> taken =
                wanted.stream().map(one -> dossier.taken(one, false)).toList();
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossiers.zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String filter = sample == null ? wanted.size() + " 件" : "审计样本 " + sample + "，" + wanted.size() + " 件";
        accesses.export("一案一档（多案）", null, filter, response.getOutputStream(), out -> {
            dossier.write(taken, out);
            return wanted.size();
        });
    }

    private List<CaseNo> wanted(String typed) {
        List<String> numbers = Arrays.stream(typed.split("[\\s,，、;；]+"))
                .filter(one -> !one.isBlank())
                .distinct()
                .toList();
        if (numbers.isEmpty() || numbers.size() > Samples.MOST) {
            throw new Refusal("cases", "请填写 1 至 " + Samples.MOST + " 个案号，用空格或换行隔开；现有 " + numbers.size() + " 个。");
        }
        return numbers.stream()
                .map(CaseNo::of)
                .map(no -> {
                    if (replay.overview(no.value()).isEmpty()) {
                        throw new Refusal("cases", "没有案号“" + no + "”的记录，请核对后再下载。");
                    }
                    return no;
                })
                .toList();
    }

    private CaseNo known(String no) {
        try {
            CaseNo caseNo = CaseNo.of(no);
            if (replay.overview(no).isPresent()) {
                return caseNo;
            }
        } catch (Refusal malformed) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
