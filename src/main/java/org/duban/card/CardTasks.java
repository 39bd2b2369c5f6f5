package org.duban.card;

import java.time.Instant;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Tasks of cards, as far as the person of this thread has them in the list. */
public interface CardTasks {

    /** Empty when there is no such task of a card, or the person may not see it. */
    Optional<CardTask> visible(String taskId);

    /**
     * A task in somebody's list.
     *
     * @param element id of the model element
     * @param consequence the line of the consequence ledger it is about; null for every other task
     */
    record CardTask(
            String taskId,
            String element,
            String name,
            Instant dueAt,
            CaseNo card,
            String assignee,
            Long consequence,
            boolean sentBack) {}
}
