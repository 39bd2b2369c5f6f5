package org.duban.problem.process;

import org.springframework.stereotype.Component;

/** The evidence gathered at a task. */
@Component
class TaskEvidence {

    /** Files what was gathered at the task and says how many pieces it is. */
    int file(String taskId) {
        return 0;
    }
}
