package org.duban.organisation;

import java.util.Optional;

/** The account this thread works for, whether it came in through a page, the API or the engine. */
public interface SignedIn {

    Optional<String> username();
}
