package org.duban.journal;

/** Implemented where papers are within reach, so that checking the record compares their files too. */
public interface PaperFiles {

    /** The file of the paper of that number as it is now; null when it is gone. */
    byte[] file(long paper);
}
