package org.duban.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What strangers may reach: published batches, for reading. No session, no cookie, no script. Whatever else is asked for
 * below {@code /public} does not exist, whoever asks.
 */
@Configuration(proxyBeanMethods = false)
class PublicPagesConfiguration {

    private static final String PAGES = "/public/batches/**";
    private static final String STYLE = "/assets/public.css";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http.securityMatcher("/public/**", STYLE)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, PAGES, STYLE)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PAGES, STYLE)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> response.setStatus(HttpStatus.NOT_FOUND.value()))
                        .accessDeniedHandler(
                                (request, response, e) -> response.setStatus(HttpStatus.NOT_FOUND.value())))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .build();
    }
}
