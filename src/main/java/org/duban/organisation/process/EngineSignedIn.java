package org.duban.organisation.process;

import java.util.Optional;
import org.duban.engine.EngineIdentity;
import org.duban.organisation.SignedIn;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks the engine first, because a task may be completed by somebody else than the request's own account. */
@Component
class EngineSignedIn implements SignedIn {

    private final EngineIdentity engine;

    EngineSignedIn(EngineIdentity engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> username() {
        return engine.username().or(EngineSignedIn::webUsername);
    }

    private static Optional<String> webUsername() {
        var web = SecurityContextHolder.getContext().getAuthentication();
        if (web == null || !web.isAuthenticated() || web instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(web.getName());
    }
}
