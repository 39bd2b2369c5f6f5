package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.AnswerObjection;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_AnswerObjection (答复异议). */
@Component
class AnswerObjectionListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    AnswerObjectionListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem =
                problems.answerObjection(work.no(task), work.form(task, AnswerObjection.class), work.supervisor(task));
        boolean upheld = problem.state() == ProblemState.RECTIFYING;
        task.setVariable(ProblemVariables.OBJECTION_UPHELD, upheld);
        task.setVariable(ProblemVariables.OBJECTIONS_LEFT, problem.state() == ProblemState.OBJECTED);
        ProblemVariables.sentBack(task, upheld);
    }
}
