package org.duban.notice.service;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** Lets the engine carry out what waits for a case, as its job executor would. */
@Component
class PaperPost {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineIdentity identity;

    PaperPost(RuntimeService runtime, ManagementService management, EngineIdentity identity) {
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
    }

    /** Tries every delivery of the case that has tries left, once. */
    void round(CaseNo no) {
        for (Job job : jobs(no)) {
            if (job.getRetries() > 0) {
                try {
                    identity.asApplication(() -> management.executeJob(job.getId()));
                } catch (Undeliverable expected) {
                    // The engine has counted it down.
                }
            }
        }
    }

    List<Job> jobs(CaseNo no) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(no.value())
                .processDefinitionKey("PaperService")
                .list()
                .stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    long incidents(CaseNo no) {
        return jobs(no).stream()
                .mapToLong(job -> runtime.createIncidentQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .count())
                .sum();
    }
}
