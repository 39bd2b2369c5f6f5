package org.duban.petition.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.engine.TaskForm;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.petition.Petition;
import org.duban.petition.WithheldLetters;
import org.springframework.stereotype.Component;

/** What every listener of a letter's tasks needs: the case, the command filed, and who acts in which role. */
@Component
class PetitionWork {

    private final TaskForm forms;
    private final CurrentActor actor;
    private final WithheldLetters withheld;

    PetitionWork(TaskForm forms, CurrentActor actor, WithheldLetters withheld) {
        this.forms = forms;
        this.actor = actor;
        this.withheld = withheld;
    }

    CaseNo no(DelegateTask task) {
        return CaseNo.of(task.getExecution().getProcessBusinessKey());
    }

    <T> T form(DelegateTask task, Class<T> command) {
        return forms.read(task, command);
    }

    /** The unit of this branch. */
    UnitCode branchUnit(DelegateTask task) {
        return UnitCode.of((String) task.getVariable(PetitionVariables.UNIT));
    }

    /**
     * Hands this branch to a unit and tells the process what changed with it.
     *
     * @param unit null when it stays where it is
     */
    void handTo(DelegateTask task, Petition petition, String unit, boolean cameBack) {
        if (unit != null) {
            PetitionVariables.inBranch(task, PetitionVariables.UNIT, unit);
        }
        task.setVariables(PetitionVariables.facts(petition));
        PetitionVariables.inBranch(task, PetitionVariables.SENT_BACK, cameBack);
    }

    /** Tells the process which way an accepted answer goes. */
    void outcome(DelegateTask task, Petition petition) {
        task.setVariables(PetitionVariables.outcome(petition, withheld.withheld(petition.no())));
    }

    Actor clerkOfBranch(DelegateTask task) {
        return inUnit(Role.CLERK, task, PetitionVariables.UNIT);
    }

    Actor headOfBranch(DelegateTask task) {
        return inUnit(Role.HEAD, task, PetitionVariables.UNIT);
    }

    Actor clerkOfLead(DelegateTask task) {
        return inUnit(Role.CLERK, task, PetitionVariables.LEAD_UNIT);
    }

    Actor headOfLead(DelegateTask task) {
        return inUnit(Role.HEAD, task, PetitionVariables.LEAD_UNIT);
    }

    Actor coordinator() {
        return actor.actingAs(Role.COORDINATOR, null);
    }

    Actor leader() {
        return actor.actingAs(Role.LEADER, null);
    }

    private Actor inUnit(Role role, DelegateTask task, String variable) {
        return actor.actingAs(
                role,
                UnitCode.of(
                        Optional.ofNullable((String) task.getVariable(variable)).orElseThrow()));
    }
}
