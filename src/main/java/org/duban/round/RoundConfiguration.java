package org.duban.round;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the module's settings, and gives the model its opening day. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoundSettings.class)
class RoundConfiguration {

    @Bean
    String roundOpeningCycle(RoundSettings settings) {
        return settings.cycle();
    }
}
