package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may reach which address. Rights on single cases and tasks are decided further in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** Cookie and header of our own token; the engine's web applications keep theirs. */
    static final String CSRF_COOKIE = "DUBAN-XSRF";

    static final String CSRF_HEADER = "X-DUBAN-XSRF";

    private static final RequestMatcher MACHINE = SecurityConfiguration::isMachine;

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        // The set-up page of 7.24.0 creates administrators without a login (CVE-2026-77226).
                        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                        .denyAll()
                        .requestMatchers("/camunda/api/admin/auth/user/*/login/**")
                        .denyAll()
                        // Every one of the engine's applications asks here who is logged in.
                        .requestMatchers("/camunda/api/admin/auth/**")
                        .authenticated()
                        .requestMatchers("/login", "/setup", "/error", "/favicon.ico", "/assets/**", "/webjars/**")
                        .permitAll()
                        .requestMatchers("/public/**")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/camunda/app/admin/**", "/camunda/api/admin/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                        .hasAnyRole("ADMIN", "AUDITOR")
                        // The replay itself is read by the office too; everything else there is the auditor's own.
                        .requestMatchers(
                                HttpMethod.GET,
                                "/audit/cases/{no}",
                                "/audit/cases/{no}/steps/**",
                                "/audit/cases/{no}/verdict",
                                "/audit/cases/{no}/diagram/**")
                        .hasAnyRole("COORDINATOR", "LEADER", "AUDITOR", "ADMIN")
                        .requestMatchers(
                                "/audit/**", "/api/journal/**", "/api/cases/*/journal", "/api/cases/*/replay/**")
                        .hasAnyRole("AUDITOR", "ADMIN")
                        .requestMatchers(HttpMethod.POST, "/api/imports/**")
                        .hasAnyRole("COORDINATOR", "ADMIN")
                        .requestMatchers("/api/imports/**", "/desk/import/**")
                        .hasAnyRole("COORDINATOR", "ADMIN")
                        .requestMatchers(HttpMethod.PUT, "/api/calendar/**")
                        .hasAnyRole("COORDINATOR", "ADMIN")
                        .requestMatchers("/desk/settings/**")
                        .hasAnyRole("COORDINATOR", "LEADER", "ADMIN")
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").permitAll().defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .httpBasic(Customizer.withDefaults())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(basicWithoutPopup(), MACHINE)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        // The engine's own applications bring their own token; programs bring no cookie to steal.
                        .ignoringRequestMatchers("/camunda/**")
                        .ignoringRequestMatchers(SecurityConfiguration::bringsOwnCredentials))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setHeaderName(CSRF_HEADER);
        tokens.setCookieCustomizer(cookie -> cookie.path("/").sameSite("Lax"));
        return tokens;
    }

    private static AuthenticationEntryPoint basicWithoutPopup() {
        return (request, response, e) -> response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    private static boolean isMachine(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/engine-rest") || path.startsWith("/camunda/api/");
    }

    private static boolean bringsOwnCredentials(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith("Basic ");
    }
}
