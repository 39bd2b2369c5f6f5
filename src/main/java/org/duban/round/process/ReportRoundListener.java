package org.duban.round.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.engine.TaskForm;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.round.ReportRound;
import org.duban.round.RoundService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReportRound (填报月调度). */
@Component
class ReportRoundListener implements TaskListener {

    private final RoundService rounds;
    private final TaskForm forms;
    private final CurrentActor actor;

    ReportRoundListener(RoundService rounds, TaskForm forms, CurrentActor actor) {
        this.rounds = rounds;
        this.forms = forms;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        UnitCode unit = UnitCode.of((String) task.getVariable(RoundVariables.UNIT));
        CaseNo no = CaseNo.of(task.getExecution().getProcessBusinessKey());
        rounds.report(no, unit, forms.read(task, ReportRound.class), actor.actingAs(Role.CLERK, unit));
    }
}
