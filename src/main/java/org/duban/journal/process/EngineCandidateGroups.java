package org.duban.journal.process;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.duban.engine.EngineIdentity;
import org.duban.journal.CandidateGroups;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine's history, which knows the groups of finished tasks as well. */
@Component
class EngineCandidateGroups implements CandidateGroups {

    private final HistoryService history;
    private final EngineIdentity identity;

    EngineCandidateGroups(@Lazy HistoryService history, EngineIdentity identity) {
        this.history = history;
        this.identity = identity;
    }

    @Override
    public Set<String> of(String task) {
        Set<String> groups = new HashSet<>();
        identity.asApplication(() -> history.createHistoricIdentityLinkLogQuery()
                .taskId(task)
                .type(IdentityLinkType.CANDIDATE)
                .list()
                .forEach(link -> groups.add(link.getGroupId())));
        groups.remove(null);
        return groups;
    }
}
