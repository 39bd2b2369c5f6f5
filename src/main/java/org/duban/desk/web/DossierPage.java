package org.duban.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.duban.desk.audit.Dossier;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.replay.Replay;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A case's dossier to take away. */
@Controller
class DossierPage {

    private final Dossier dossier;
    private final Replay replay;

    DossierPage(Dossier dossier, Replay replay) {
        this.dossier = dossier;
        this.replay = replay;
    }

    @GetMapping("/audit/cases/{no}/dossier.zip")
    void take(@PathVariable String no, HttpServletResponse response) throws IOException {
        CaseNo caseNo = known(no);
        dossier.recorded(caseNo);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier-" + caseNo + ".zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        dossier.write(caseNo, response.getOutputStream());
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
