package org.duban.petition;

import java.util.Collection;

/** Hides what gives a person away in running text, before the text is stored where everybody reads it. */
public interface TextMask {

    /**
     * For those who look into the matter: they need firms and the names of those complained of, but not the writer's.
     *
     * @param writers names of who wrote, hidden wherever they stand
     */
    String mask(String text, Collection<String> writers);

    /** For lists, where nobody needs a name: as {@link #mask}, and no person's name at all. */
    String nameless(String text, Collection<String> writers);
}
