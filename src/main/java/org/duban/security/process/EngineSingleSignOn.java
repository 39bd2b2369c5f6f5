package org.duban.security.process;

import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Carries the one login into the engine's web applications and its REST API. Without the second filter the engine would
 * know no user behind {@code /engine-rest} and check no rights at all.
 */
@Configuration(proxyBeanMethods = false)
class EngineSingleSignOn {

    private static final int AFTER_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> webappLogin() {
        var registration = new FilterRegistrationBean<Filter>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of(
                "authentication-provider",
                "org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider"));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_LOGIN);
        registration.setName("duban-webapp-login");
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestLogin() {
        var registration = new FilterRegistrationBean<Filter>(new ProcessEngineAuthenticationFilter());
        registration.setInitParameters(Map.of(
                "authentication-provider",
                "org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider"));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(AFTER_LOGIN);
        registration.setName("duban-engine-rest-login");
        return registration;
    }
}
