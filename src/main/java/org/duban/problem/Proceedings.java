package org.duban.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Keeps what was handed in and decided on the way: plans, returns, reports, checks, notices and objections. */
public interface Proceedings {

    void addPlan(CaseNo no, Plan plan);

    void decidePlan(
            CaseNo no, int rectification, int revision, Plan.Decision decision, String reason, String by, Instant at);

    /** Plans of all rectifications, oldest first. */
    List<Plan> plans(CaseNo no);

    void addReturn(CaseNo no, DispatchReturn returned);

    /** Decides the return that is still open. */
    void decideReturn(
            CaseNo no, DispatchReturn.Decision decision, String newUnit, String answer, String by, Instant at);

    List<DispatchReturn> returns(CaseNo no);

    void addReport(CaseNo no, Report report);

    void decideReport(long report, Report.Decision decision, String reason, String by, Instant at);

    /** The last report of each unit in this round of work. */
    List<Report> latestReports(CaseNo no, int rectification, int attempt);

    List<Report> reports(CaseNo no);

    void addCheck(CaseNo no, Check check);

    List<Check> checks(CaseNo no);

    void openNotice(CaseNo no, PublicNotice notice);

    /** The notice that is not closed yet, with its objections. */
    Optional<PublicNotice> openNotice(CaseNo no);

    void closeNotice(long notice, Instant at);

    /** The notice that is open ends on another day. */
    void moveNotice(CaseNo no, LocalDate endsOn);

    List<PublicNotice> notices(CaseNo no);

    /** @return the objection's id */
    long addObjection(CaseNo no, long notice, PublicNotice.Objection objection);

    void answerObjection(long objection, boolean upheld, String answer, String by, Instant at);
}
