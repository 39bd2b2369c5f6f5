package org.duban.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** For whom the engine works in this thread; hides the engine's internal class for it. */
@Component
public class EngineIdentity {

    private final IdentityService identity;

    EngineIdentity(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** The account the engine works for, if any. */
    public Optional<String> username() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .filter(username -> !username.isEmpty());
    }

    /** Runs the work as the application itself, without checks of rights, whoever's request set it off. */
    public void asApplication(Runnable work) {
        as(null, work);
    }

    /** Runs the work as that person, with the person's groups and rights. */
    public void asPerson(String username, Runnable work) {
        List<String> groups = identity.createGroupQuery().groupMember(username).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
        as(new Authentication(username, groups, List.of()), work);
    }

    /** Runs the work as that person with these groups. */
    public void asPerson(String username, Collection<String> groups, Runnable work) {
        as(new Authentication(username, List.copyOf(groups), List.of()), work);
    }

    private void as(Authentication authentication, Runnable work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(authentication);
        try {
            work.run();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
