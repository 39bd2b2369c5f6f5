package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.DecideLeadUnit;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_DecideLeadUnit (指定牵头单位). */
@Component
class DecideLeadUnitListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    DecideLeadUnitListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        String before = (String) task.getVariable(ProblemVariables.LEAD_UNIT);
        Problem dispatched =
                problems.decideLeadUnit(work.no(task), work.form(task, DecideLeadUnit.class), work.leader());
        task.setVariables(ProblemVariables.facts(dispatched));
        ProblemVariables.sentBack(task, dispatched.dispatch().leadUnit().value().equals(before));
    }
}
