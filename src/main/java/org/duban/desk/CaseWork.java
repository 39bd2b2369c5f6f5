package org.duban.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.kernel.CaseNo;

/** Where a case stands in its process. */
public interface CaseWork {

    /** The open tasks of the case, oldest first. */
    List<OpenWork> open(CaseNo no);

    /** The steps of the latest run of the case's process; empty when it never had one. */
    Optional<Steps> steps(CaseNo no);

    /** The model of the latest run as BPMN. */
    Optional<String> model(CaseNo no);

    /**
     * A task somebody has to do.
     *
     * @param groups candidate groups
     * @param assignee account of who claimed it, or null
     * @param mine whether the person of this thread may work on it
     */
    record OpenWork(String taskId, String name, Set<String> groups, String assignee, Instant dueAt, boolean mine) {}

    /** Ids of the model's elements the case is in and has been through. */
    record Steps(Set<String> current, Set<String> done) {}
}
