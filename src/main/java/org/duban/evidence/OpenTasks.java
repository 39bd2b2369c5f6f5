package org.duban.evidence;

/** The tasks of the engine, seen with the rights of the person of this thread. */
public interface OpenTasks {

    /**
     * The task, if the person may work on it now.
     *
     * @throws NotYours when there is no such task, it is another unit's, or a colleague has claimed it
     */
    OpenTask workedOnByMe(String taskId);
}
