package org.duban.petition.publication;

import java.util.List;
import org.duban.petition.Letter;
import org.duban.petition.Petition;

/**
 * One line of the official table: everything the public learns of a letter. The number it came with is all that
 * identifies it.
 */
public record PublicRow(
        String no,
        String body,
        String region,
        String problemType,
        List<String> pollutionTypes,
        String findings,
        String verdict,
        String goal,
        String handling,
        String outcome,
        String accountability) {

    static PublicRow of(Petition petition, PublicText text) {
        Letter letter = petition.letter();
        return new PublicRow(
                letter.upstreamNo(),
                text.get(Part.BODY),
                text.get(Part.REGION),
                letter.problemType(),
                letter.pollutionTypes(),
                text.get(Part.FINDINGS),
                petition.answer().verdict() == null
                        ? null
                        : petition.answer().verdict().label(),
                text.get(Part.GOAL),
                text.get(Part.HANDLING),
                petition.answer().outcome() == null
                        ? null
                        : petition.answer().outcome().label(),
                text.get(Part.ACCOUNTABILITY));
    }

    /** What is left of a line that was withdrawn. */
    static PublicRow withdrawn(String no) {
        return new PublicRow(no, null, null, null, List.of(), null, null, null, null, null, null);
    }

    String pollution() {
        return String.join("、", pollutionTypes);
    }
}
