package org.duban.security.process;

import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks passwords where they live, in the engine's user table, with the engine's own brake on guessing. */
@Component
class EnginePasswords implements AuthenticationProvider {

    private final IdentityService identity;
    private final People people;

    EnginePasswords(@Lazy IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        Person person = people.byUsername(username)
                .filter(Person::active)
                .orElseThrow(() -> new BadCredentialsException("账号或口令不对"));
        try {
            if (!identity.checkPassword(username, String.valueOf(attempt.getCredentials()))) {
                throw new BadCredentialsException("账号或口令不对");
            }
        } catch (AuthenticationException e) {
            throw new LockedException("口令多次输错，账号暂时锁定", e);
        }
        return UsernamePasswordAuthenticationToken.authenticated(username, null, authorities(person));
    }

    private static List<SimpleGrantedAuthority> authorities(Person person) {
        return person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
