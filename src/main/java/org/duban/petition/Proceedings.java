package org.duban.petition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** What was handed in and decided on a letter on its way. */
public interface Proceedings {

    void addReturn(CaseNo no, ShareReturn returned);

    /** The return of that unit that is still open. */
    Optional<ShareReturn> openReturn(CaseNo no, UnitCode unit);

    void decideReturn(long id, ShareReturn.Decision decision, String newUnit, String answer, String by, Instant at);

    List<ShareReturn> returns(CaseNo no);

    void addReport(CaseNo no, Report report);

    void decideReport(long id, Report.Decision decision, String reason, String by, Instant at);

    List<Report> reports(CaseNo no);

    /** The last report of each unit in that round of investigation. */
    List<Report> latestReports(CaseNo no, int attempt);

    void addCheck(CaseNo no, Check check);

    List<Check> checks(CaseNo no);
}
