package org.duban.desk;

import java.util.List;
import org.duban.evidence.Evidence;
import org.duban.petition.PetitionFile;
import org.duban.petition.Proposal;
import org.duban.petition.Unmasking;

/**
 * What the page of one letter shows.
 *
 * @param proposal to whom it might be handed; null once it is dispatched
 * @param steps null when the letter has no process
 * @param unmaskings who looked at the petitioner's identity; empty for those who may not know
 * @param suspected how many letters it may repeat, still to be decided; 0 for those who do not review repeats
 * @param cluster the letters it is handled with; null when there are none
 * @param mayUnmask whether the reader may ask for the petitioner's identity
 */
public record PetitionView(
        PetitionFile file,
        Proposal proposal,
        List<CaseView.Limit> limits,
        List<CaseView.Waiting> waiting,
        CaseWork.Steps steps,
        List<Evidence> evidence,
        List<PetitionWords.Line> history,
        List<Unmasking> unmaskings,
        long suspected,
        Long cluster,
        boolean mayUnmask) {

    /** Deadlines that still run. */
    public List<CaseView.Limit> openLimits() {
        return limits.stream().filter(limit -> limit.entry().isOpen()).toList();
    }

    /** Deadlines that were met or fell away. */
    public List<CaseView.Limit> pastLimits() {
        return limits.stream().filter(limit -> !limit.entry().isOpen()).toList();
    }
}
