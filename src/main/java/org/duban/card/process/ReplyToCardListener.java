package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.Answering;
import org.duban.card.CardCommand;
import org.duban.evidence.EvidenceService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReplyToCard (整改并书面答复). */
@Component
class ReplyToCardListener implements TaskListener {

    private final Answering answering;
    private final CardWork work;
    private final EvidenceService evidence;

    ReplyToCardListener(Answering answering, CardWork work, EvidenceService evidence) {
        this.answering = answering;
        this.work = work;
        this.evidence = evidence;
    }

    @Override
    public void notify(DelegateTask task) {
        CardCommand.ReplyTo command = work.form(task, CardCommand.ReplyTo.class);
        int pieces = evidence.byTask(task.getId()).size();
        answering.reply(work.no(task), command, task.getId(), pieces, work.clerk(task));
    }
}
