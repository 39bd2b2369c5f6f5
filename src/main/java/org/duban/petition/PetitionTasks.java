package org.duban.petition;

import java.time.Instant;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Tasks of letters in hand, as far as the person of this thread may see them. */
public interface PetitionTasks {

    /** Empty when there is no such task, it is no letter's, or the person may not see it. */
    Optional<OpenTask> visible(String taskId);

    /**
     * A task in somebody's list.
     *
     * @param element id of the model element
     * @param unit code of the unit that works on it, null for the desk and the leader
     */
    record OpenTask(
            String taskId, String element, String name, Instant dueAt, CaseNo no, String unit, String assignee) {}
}
