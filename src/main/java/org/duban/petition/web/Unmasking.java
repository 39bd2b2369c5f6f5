package org.duban.petition.web;

import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;

/** Who may ask for a petitioner's identity. */
final class Unmasking {

    private Unmasking() {}

    /** The role it is asked in. */
    static Role roleOf(CurrentActor actor) {
        if (actor.roles().contains(Role.COORDINATOR)) {
            return Role.COORDINATOR;
        }
        if (actor.roles().contains(Role.LEADER)) {
            return Role.LEADER;
        }
        throw new NotAllowed();
    }

    /** Somebody who handles letters without seeing who wrote them. */
    static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotAllowed() {
            super("信访人身份只对协调员和领导开放。确需联系信访人的，请说明用途，由市环委办代为联系或告知。");
        }
    }
}
