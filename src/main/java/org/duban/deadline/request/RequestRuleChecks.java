package org.duban.deadline.request;

import org.duban.engine.DecisionCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One check for each kind's table of caps. */
@Configuration(proxyBeanMethods = false)
class RequestRuleChecks {

    @Bean
    DecisionCheck extensionRuleCheck() {
        return new RequestRuleCheck(RequestKind.EXTENSION.table());
    }

    @Bean
    DecisionCheck suspensionRuleCheck() {
        return new RequestRuleCheck(RequestKind.SUSPENSION.table());
    }

    @Bean
    DecisionCheck reassignmentRuleCheck() {
        return new RequestRuleCheck(RequestKind.REASSIGNMENT.table());
    }
}
