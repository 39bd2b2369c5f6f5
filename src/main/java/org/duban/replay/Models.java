package org.duban.replay;

import java.util.Optional;

/** The models that ran, as the engine keeps every version of them. */
public interface Models {

    /** What a process is called in that version; its key where that version is gone. */
    String name(String definition);

    /** The model's XML as it was deployed; empty when there is no such version. */
    Optional<String> bpmn(String definition);

    /** The version's number, as people count versions; 0 when it is gone. */
    int version(String definition);
}
