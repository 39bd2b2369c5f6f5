package org.duban.notice.paper;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;

/** A paper of a case was issued or taken back; the record holds the hash of the file. */
public record PaperFact(CaseNo caseNo, String type, Instant at, Actor by, UnitCode unit, Map<String, Object> data)
        implements Fact {

    public static final String ISSUED = "notice.paperIssued";
    public static final String WITHDRAWN = "notice.paperWithdrawn";

    static PaperFact issued(Paper paper) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("paper", paper.id());
        data.put("kind", paper.kind().label());
        data.put("number", paper.number());
        data.put("title", paper.title());
        data.put("fileName", paper.fileName());
        data.put("sha256", paper.sha256());
        data.put("template", paper.template());
        return new PaperFact(paper.caseNo(), ISSUED, paper.issuedAt(), paper.issuedBy(), paper.addressee(), data);
    }

    static PaperFact withdrawn(Paper paper) {
        Paper.Withdrawal withdrawal = paper.withdrawal();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("paper", paper.id());
        data.put("number", paper.number());
        data.put("reason", withdrawal.reason());
        return new PaperFact(paper.caseNo(), WITHDRAWN, withdrawal.at(), withdrawal.by(), paper.addressee(), data);
    }
}
