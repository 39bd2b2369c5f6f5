package org.duban.petition.publication;

import java.time.Instant;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.petition.Outcome;
import org.duban.petition.Petition;

/**
 * What is being made ready for the public of one letter, and what became of it.
 *
 * @param step how far the text in hand has come
 * @param live what of the letter the public can read now
 * @param reason why, as the public is told
 * @param note what the second person said when sending it back; not for the public
 * @param text with masks, as it was confirmed or saved last
 * @param source the texts it was made from
 * @param kept words that look like personal data and were looked at and kept
 * @param basis the answer's moment the text was made from; a later one makes it stale
 * @param confirmed null until somebody has confirmed it
 * @param versions how many versions have been published
 */
public record Draft(
        CaseNo no,
        long batch,
        Step step,
        Live live,
        Change change,
        String reason,
        String note,
        PublicText text,
        PublicText source,
        Set<String> kept,
        Instant basis,
        Outcome outcome,
        Signature confirmed,
        int versions,
        int version) {

    /** How far a text has come. */
    public enum Step {
        DRAFT("待确认"),
        CONFIRMED("待发布"),
        RELEASED("已发布");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The moment of the letter's answer; null while there is none the public could read. */
    static Instant basis(Petition petition) {
        if (petition.answer().outcome() == null || !petition.state().answered()) {
            return null;
        }
        return petition.course().passedAt() != null
                ? petition.course().passedAt()
                : petition.course().closedAt();
    }

    /** Whether it was made from the answer as it stands. */
    boolean upToDate(Petition petition) {
        Instant now = basis(petition);
        return now != null && now.equals(basis) && petition.answer().outcome() == outcome;
    }

    Draft sentBack(String why) {
        return new Draft(
                no,
                batch,
                Step.DRAFT,
                live,
                change,
                reason,
                why,
                text,
                source,
                kept,
                basis,
                outcome,
                null,
                versions,
                version);
    }

    Draft published(Live now) {
        return new Draft(
                no,
                batch,
                Step.RELEASED,
                now,
                change,
                reason,
                null,
                text,
                source,
                kept,
                basis,
                outcome,
                confirmed,
                versions + 1,
                version);
    }
}
