package org.duban.engine;

import java.util.List;

/**
 * What only the module that acts on a decision table knows of it: which words it understands, which numbers make sense.
 * Asked before a new version comes into force.
 */
public interface DecisionCheck {

    /** Key of the table. */
    String key();

    /**
     * What is wrong with that file, each in a sentence for the administrator that names row and column and says what to
     * do; empty when nothing is. The file is one {@link DecisionFile} can read.
     */
    List<String> faults(byte[] dmn);
}
