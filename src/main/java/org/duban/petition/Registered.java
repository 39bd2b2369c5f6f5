package org.duban.petition;

import org.duban.kernel.CaseNo;

/** What registering a letter came to. */
public record Registered(CaseNo no, Result result) {

    public enum Result {
        CREATED,
        UNCHANGED
    }
}
