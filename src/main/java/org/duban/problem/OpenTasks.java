package org.duban.problem;

import java.time.Instant;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Tasks in hand, as far as the person of this thread may see them. */
public interface OpenTasks {

    /** Empty when there is no such task or the person may not see it. */
    Optional<OpenTask> visible(String taskId);

    /**
     * A task in somebody's list.
     *
     * @param element id of the model element
     * @param unit code of the unit that works on it, null for the desk and the leader
     * @param request the request an approval is about; null for a task of the case itself
     */
    record OpenTask(
            String taskId,
            String element,
            String name,
            Instant dueAt,
            CaseNo no,
            String unit,
            String assignee,
            Long request) {}
}
