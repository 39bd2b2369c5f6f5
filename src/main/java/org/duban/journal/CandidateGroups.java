package org.duban.journal;

import java.util.Set;

/** The groups a task was offered to, also when it is done. */
public interface CandidateGroups {

    Set<String> of(String task);
}
