package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.ArbitrateReturn;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ArbitrateReturn (裁定退单). */
@Component
class ArbitrateReturnListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    ArbitrateReturnListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        String before = (String) task.getVariable(ProblemVariables.LEAD_UNIT);
        Problem dispatched =
                problems.arbitrateReturn(work.no(task), work.form(task, ArbitrateReturn.class), work.coordinator());
        task.setVariables(ProblemVariables.facts(dispatched));
        // To the unit that keeps it, it comes back; to another unit it is new.
        ProblemVariables.sentBack(task, dispatched.dispatch().leadUnit().value().equals(before));
    }
}
