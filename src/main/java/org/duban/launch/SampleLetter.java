package org.duban.launch;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;

/**
 * A letter of the sample at work, and how far it has come: one of the platform with words of its own, or the next letter
 * of a batch.
 *
 * @param pair letters of the same pair are about one place that was struck off between them; 0 for all others
 * @param daysAgo when a letter of the platform came in; counted back from the day the sample was begun
 * @param batch the ordinal of its batch; 0 for a letter of the platform
 * @param steps how far it has come, read by {@link org.duban.launch.process.SampleLetterScript}
 * @param untilDays the day planned or set for it, counted from the day the sample was begun; null when there is none
 * @param words what is said at the steps that need words, in their order
 */
public record SampleLetter(
        int pair,
        int daysAgo,
        int batch,
        String district,
        String town,
        List<String> types,
        String body,
        List<String> units,
        String steps,
        Integer untilDays,
        String findings,
        String handling,
        List<String> words) {

    static List<SampleLetter> all() {
        return SampleOrganisation.rows("sample/letters.csv")
                .map(SampleLetter::of)
                .toList();
    }

    private static SampleLetter of(NamedCsvRecord row) {
        return new SampleLetter(
                number(row, "pair"),
                number(row, "days"),
                number(row, "batch"),
                row.getField("district"),
                row.getField("town"),
                parts(row, "types", "\\+"),
                row.getField("body"),
                parts(row, "units", "\\+"),
                row.getField("steps"),
                row.getField("until").isEmpty() ? null : Integer.valueOf(row.getField("until")),
                row.getField("findings"),
                row.getField("handling"),
                parts(row, "words", "\\|"));
    }

    boolean ofPlatform() {
        return batch == 0;
    }

    /** With the answer that fits what it complains of. */
    SampleLetter answered(String found, String done) {
        return new SampleLetter(
                pair, daysAgo, batch, district, town, types, body, units, steps, untilDays, found, done, words);
    }

    private static int number(NamedCsvRecord row, String field) {
        return row.getField(field).isEmpty() ? 0 : Integer.parseInt(row.getField(field));
    }

    private static List<String> parts(NamedCsvRecord row, String field, String between) {
        return row.getField(field).isEmpty()
                ? List.of()
                : List.of(row.getField(field).split(between));
    }
}
