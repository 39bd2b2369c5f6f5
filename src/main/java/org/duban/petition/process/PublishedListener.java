package org.duban.petition.process;

import org.duban.kernel.Fact;
import org.duban.petition.PetitionMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** BPMN: Catch_AnswerPublished (已公开): the fact of publication reaches the letter that waits for it. */
@Component
class PublishedListener {

    private final CamundaPetitionFlow flow;

    PublishedListener(CamundaPetitionFlow flow) {
        this.flow = flow;
    }

    @EventListener
    void on(Fact fact) {
        if (fact.type().equals(PetitionMessages.PUBLISHED)) {
            flow.tell(fact.caseNo(), PetitionMessages.PUBLISHED);
        }
    }
}
