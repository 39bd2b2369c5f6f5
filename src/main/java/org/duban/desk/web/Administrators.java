package org.duban.desk.web;

import org.springframework.security.access.AccessDeniedException;

/** Guards what only administrators may do on pages others may look at. */
final class Administrators {

    private Administrators() {}

    /** @throws AccessDeniedException for everybody else */
    static void only(Frame frame) {
        Frame.Me me = frame.me();
        if (me == null || !me.admin()) {
            throw new AccessDeniedException("administrators only");
        }
    }
}
