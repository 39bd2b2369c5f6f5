package org.duban.notice.service.process;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.notice.service.DeliveryFlow;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One process for each delivery, beside the case's own. Its first job is committed with whatever asked for the delivery. */
@Component
class CamundaDeliveryFlow implements DeliveryFlow {

    static final String PROCESS = "PaperService";

    /** Number of the delivery. */
    static final String DELIVERY = "delivery";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineIdentity identity;
    private final DeliveryRetries retries;
    private final Clock clock;

    CamundaDeliveryFlow(
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            EngineIdentity identity,
            DeliveryRetries retries,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.retries = retries;
        this.clock = clock;
    }

    @Override
    public void start(CaseNo caseNo, long delivery) {
        identity.asApplication(
                () -> runtime.startProcessInstanceByKey(PROCESS, caseNo.value(), Map.of(DELIVERY, delivery)));
    }

    @Override
    public void retry(CaseNo caseNo, long delivery) {
        identity.asApplication(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo.value())
                .processDefinitionKey(PROCESS)
                .variableValueEquals(DELIVERY, delivery)
                .list()
                .forEach(this::retry));
    }

    private void retry(ProcessInstance instance) {
        management.createJobQuery().processInstanceId(instance.getId()).list().forEach(job -> {
            management.setJobDuedate(job.getId(), Date.from(clock.instant()));
            management.setJobRetries(job.getId(), retries.tries());
        });
    }
}
