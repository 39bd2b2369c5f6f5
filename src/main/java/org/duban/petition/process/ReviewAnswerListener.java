package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.Review;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReviewAnswer (材料审核). */
@Component
class ReviewAnswerListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    ReviewAnswerListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Petition petition = petitions.review(work.no(task), work.form(task, Review.class), work.coordinator());
        boolean passed = petition.state().answered();
        boolean capped = petition.state() == PetitionState.LEADERS_CASE;
        task.setVariable(PetitionVariables.ANSWER_PASSED, passed && !capped);
        task.setVariable(PetitionVariables.REDISPATCHES_CAPPED, capped);
        work.outcome(task, petition);
        PetitionVariables.anotherRound(task, !passed);
    }
}
