package org.duban.notice.service.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pauses between tries under the name by which the model asks for them. */
@Configuration(proxyBeanMethods = false)
class DeliveryCycle {

    @Bean
    String deliveryRetryCycle(DeliveryRetries retries) {
        return retries.cycle();
    }
}
