package org.duban.round;

import java.time.Instant;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** The tasks 填报月调度, as far as the person of this thread has them in the list. */
public interface RoundTasks {

    /** Empty when there is no such task or the person may not see it. */
    Optional<RoundTask> visible(String taskId);

    /** A unit's task in a round. */
    record RoundTask(
            String taskId, String element, String name, Instant dueAt, CaseNo round, UnitCode unit, String assignee) {}
}
