package org.duban.problem.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.deadline.DeadlineRules;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/**
 * When the timers of {@code ProblemRectification} fire. A period belongs to its last day until midnight, so what waits
 * for its end fires as the next day begins; what is due on a day fires as that day begins.
 */
@Component("problemTimers")
public class ProblemTimers {

    private final ProblemService problems;
    private final DeadlineRules rules;
    private final Clock clock;

    ProblemTimers(ProblemService problems, DeadlineRules rules, Clock clock) {
        this.problems = problems;
        this.rules = rules;
        this.clock = clock;
    }

    /** The day after the last day for signing, counted from today as the task's own deadline is. */
    public Date signingOverdue(DelegateExecution execution) {
        return startOf(rules.due("UserTask_SignFor", LocalDate.now(clock)).due().plusDays(1));
    }

    public Date noticeEnds(DelegateExecution execution) {
        return startOf(problems.noticeEndsOn(no(execution)).plusDays(1));
    }

    public Date standingReviewDue(DelegateExecution execution) {
        return startOf(problems.standingReviewDueOn(no(execution)));
    }

    public Date lookBackDue(DelegateExecution execution) {
        return startOf(problems.lookBackDueOn(no(execution)));
    }

    private static CaseNo no(DelegateExecution execution) {
        return CaseNo.of(execution.getProcessBusinessKey());
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(Zones.CITY).toInstant());
    }
}
