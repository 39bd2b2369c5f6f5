package org.duban.desk.audit;

import java.util.List;
import org.duban.desk.audit.StepView.DocumentLine;
import org.duban.replay.Moment;
import org.duban.replay.Replay.Film;
import org.duban.replay.Step;

/**
 * What is told in one case's dossier.
 *
 * @param no of the case
 * @param film the case, at its last step
 * @param view that step in words
 * @param cards the cards about it
 * @param files evidence of all of them
 * @param papers numbered documents of all of them
 */
record Volume(String no, Film film, StepView view, List<Carried> cards, List<Moment.Proof> files, List<Paper> papers) {

    /** A card about the case. */
    record Carried(String no, StepView.State state, List<Step> steps) {}

    /**
     * A numbered document.
     *
     * @param path its file in the zip, null where it is gone
     * @param sheet its proof of service in the zip, null where it was issued since
     */
    record Paper(String caseNo, DocumentLine line, String path, String sheet) {}
}
