package org.duban.card;

import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Tells of the cases a card may be about what rules and refusals need; one implementation for each kind of case. */
public interface CardSubject {

    /** Empty when the case is of another kind, or does not exist. */
    Optional<Standing> standing(CaseNo caseNo);

    /**
     * @param state where it stands, in the office's words
     * @param closed whether its work is done with, so that no card is due any more
     * @param listSerial its number in the list it came with; null without one
     */
    record Standing(String state, boolean closed, String listSerial) {}
}
