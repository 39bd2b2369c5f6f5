package org.duban.problem.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.deadline.DeadlineRules;
import org.duban.kernel.CaseNo;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/**
 * When the timers of {@code ProblemRectification} fire: the days of the deadline ledger. A period belongs to its last day
 * until midnight, so what waits for its end fires as the next day begins; what is due on a day fires as that day begins.
 */
@Component("problemTimers")
public class ProblemTimers {

    private final ProblemService problems;
    private final DeadlineRules rules;

    ProblemTimers(ProblemService problems, DeadlineRules rules) {
        this.problems = problems;
        this.rules = rules;
    }

    /** The engine asks before the task and its ledger row are there; both count the same rule from the same moment. */
    public Date signingOverdue(DelegateExecution execution) {
        return Date.from(rules.overdueAt(no(execution), "UserTask_SignFor"));
    }

    public Date noticeEnds(DelegateExecution execution) {
        return Date.from(problems.noticeEndsAt(no(execution)));
    }

    public Date standingReviewDue(DelegateExecution execution) {
        return Date.from(problems.standingReviewDueAt(no(execution)));
    }

    public Date lookBackDue(DelegateExecution execution) {
        return Date.from(problems.lookBackDueAt(no(execution)));
    }

    private static CaseNo no(DelegateExecution execution) {
        return CaseNo.of(execution.getProcessBusinessKey());
    }
}
