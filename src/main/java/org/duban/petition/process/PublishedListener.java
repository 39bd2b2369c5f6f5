package org.duban.petition.process;

import java.util.Set;
import org.duban.kernel.Fact;
import org.duban.kernel.Refusal;
import org.duban.petition.PetitionMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * BPMN: Catch_AnswerPublished (已公开) and Catch_AnswerWithheld (已决定不予公开): what was decided about the publication
 * reaches the letter that waits for it. Whoever decides before the letter's process has come so far is asked to come again,
 * or the process would wait for ever.
 */
@Component
class PublishedListener {

    private static final Set<String> DECISIONS = Set.of(PetitionMessages.PUBLISHED, PetitionMessages.WITHHELD);

    private final CamundaPetitionFlow flow;

    PublishedListener(CamundaPetitionFlow flow) {
        this.flow = flow;
    }

    @EventListener
    void on(Fact fact) {
        if (DECISIONS.contains(fact.type())
                && !flow.tell(fact.caseNo(), fact.type())
                && flow.onItsWay(fact.caseNo(), "UserTask_ReviewAnswer", "UserTask_AssessProgress")) {
            throw new Refusal("这件刚刚通过审核，流程还没有走到公开环节。请过几秒再办；一直不行的，请告诉管理员。");
        }
    }
}
