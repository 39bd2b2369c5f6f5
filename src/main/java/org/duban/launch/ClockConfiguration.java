package org.duban.launch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the one clock. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    CityClock clock() {
        return new CityClock();
    }
}
