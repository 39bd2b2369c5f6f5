package org.duban.petition;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.UnitCode;

/**
 * What came in. The body is the text as everybody reads it, with telephone and document numbers hidden; the original is
 * sealed with the petitioner's identity.
 *
 * @param scope where the number is one of a kind: an inspection's numbers, an inspection's plain serials, a platform
 * @param upstreamNo the number it came with; null for a letter that has none
 * @param inspection the inspection that handed it over; null on ordinary days
 * @param region the place as the list wrote it
 * @param district the county or zone it is about; null when it is none of the city's
 * @param referenceText what the letter or list says of earlier letters
 * @param starred marked * or 重点件 by those who handed it over
 * @param keyMark made a key letter by this office
 */
public record Letter(
        String scope,
        String upstreamNo,
        String contentSha256,
        Channel channel,
        String inspection,
        String handoverNo,
        Long batch,
        LocalDate receivedOn,
        String region,
        UnitCode district,
        String place,
        String firm,
        List<String> pollutionTypes,
        String problemType,
        String title,
        String body,
        String referenceText,
        boolean starred,
        boolean keyMark,
        Petitioner petitioner) {

    Letter marked(boolean key) {
        return new Letter(
                scope,
                upstreamNo,
                contentSha256,
                channel,
                inspection,
                handoverNo,
                batch,
                receivedOn,
                region,
                district,
                place,
                firm,
                pollutionTypes,
                problemType,
                title,
                body,
                referenceText,
                starred,
                key,
                petitioner);
    }

    /** On the leader's list. */
    public boolean key() {
        return starred || keyMark;
    }
}
