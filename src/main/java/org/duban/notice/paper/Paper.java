package org.duban.notice.paper;

import java.time.Instant;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/**
 * A paper as issued.
 *
 * @param number as printed: 泉环委警〔2026〕3号
 * @param template version of the template it was made from
 * @param withdrawal null while it holds
 */
public record Paper(
        long id,
        PaperKind kind,
        String number,
        CaseNo caseNo,
        UnitCode addressee,
        List<UnitCode> copies,
        String title,
        String fileName,
        String sha256,
        int template,
        Instant issuedAt,
        Actor issuedBy,
        Withdrawal withdrawal) {

    /** Taken back; the number stays used. */
    public record Withdrawal(Instant at, Actor by, String reason) {}

    public boolean withdrawn() {
        return withdrawal != null;
    }

    /** Where those concerned download it. */
    public String link() {
        return "/desk/papers/" + id;
    }
}
