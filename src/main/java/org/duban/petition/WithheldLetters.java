package org.duban.petition;

import org.duban.kernel.CaseNo;

/** Which letters the public is not to read, by a decision in force. */
@FunctionalInterface
public interface WithheldLetters {

    boolean withheld(CaseNo no);
}
