package org.duban.petition;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.UnitCode;

/**
 * A letter to be registered.
 *
 * @param number the number it came with, checked; null for one without
 * @param batch which batch it belongs to; null on ordinary days
 * @param handedOverOn when the batch was handed over; null when not said
 * @param body as it was written
 * @param identity who wrote it; null when nothing came with the letter
 * @param answer what the list already says of its answer; {@link Answer#NONE} for a letter still to be worked on
 */
public record NewLetter(
        PetitionNumber number,
        Channel channel,
        String inspection,
        String handoverNo,
        Integer batch,
        LocalDate handedOverOn,
        LocalDate receivedOn,
        String region,
        UnitCode district,
        String place,
        String firm,
        List<String> pollutionTypes,
        String problemType,
        String body,
        String referenceText,
        boolean starred,
        boolean anonymous,
        Identity identity,
        Answer answer) {

    /** Whether the list says that everything is done, so that there is nothing left to work on. */
    public boolean past() {
        return answer.outcome() == Outcome.DONE;
    }
}
