package org.duban.notice.service.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How often a delivery is tried and how long the pauses are; the model asks for the cycle by this name. */
@Component
class DeliveryRetries {

    private static final Pattern CYCLE = Pattern.compile("R([1-9]\\d?)/P.+");

    private final String cycle;
    private final int tries;
    private final ManagementService management;

    DeliveryRetries(@Value("${duban.notice.retries}") String cycle, @Lazy ManagementService management) {
        this.management = management;
        Matcher matcher = CYCLE.matcher(cycle);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("duban.notice.retries must read like R3/PT5M, not " + cycle);
        }
        this.cycle = cycle;
        this.tries = Integer.parseInt(matcher.group(1));
    }

    /** As the engine reads it: {@code R3/PT5M}. */
    String cycle() {
        return cycle;
    }

    /** True when the engine will not try again by itself should this attempt fail. */
    boolean last(DelegateExecution execution) {
        Job job = management.createJobQuery().executionId(execution.getId()).singleResult();
        // Before the first failure a job carries the engine's number of tries and not yet the cycle's.
        int left = job == null || job.getExceptionMessage() == null ? tries : job.getRetries();
        return left <= 1;
    }

    int tries() {
        return tries;
    }
}
