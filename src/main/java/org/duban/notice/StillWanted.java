package org.duban.notice;

import java.util.Collection;
import java.util.Set;

/**
 * Implemented by the module that owns a subject. A message whose subject nobody wants any more, or nobody knows, is
 * withdrawn and never shown: no reminder of work that is done already.
 */
public interface StillWanted {

    /** Those of the keys whose messages are still needed; keys of other modules are simply not among them. */
    Set<String> stillWanted(Collection<String> subjectKeys);
}
