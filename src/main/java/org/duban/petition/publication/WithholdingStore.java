package org.duban.petition.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.petition.WithheldLetters;

/** Keeps decisions not to publish, those that ended included. */
public interface WithholdingStore extends WithheldLetters {

    /** The one that stands, asked for or decided. */
    Optional<Withholding> open(CaseNo no);

    /** Those that stand in a batch. */
    List<Withholding> open(long batch);

    /** All there ever were of a letter, the oldest first. */
    List<Withholding> all(CaseNo no);

    void add(Withholding withholding);

    void update(Withholding withholding);

    /** How many letters of a batch were kept from the public at that moment. */
    int withheld(long batch, Instant at);
}
