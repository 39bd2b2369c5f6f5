package org.duban.petition;

import java.util.Optional;
import org.duban.kernel.CaseNo;

/** What a letter's own page says of other letters about the same matter. */
public interface LetterRepeats {

    /** How many letters it may repeat, still to be decided. */
    long suspected(CaseNo no);

    /** The cluster the letter is in now. */
    Optional<Long> cluster(CaseNo no);
}
