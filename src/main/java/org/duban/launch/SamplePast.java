package org.duban.launch;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** How far one problem of the sample has come, and what was written on the way. */
public record SamplePast(
        String list,
        String serial,
        String state,
        int registeredDaysAgo,
        String plan,
        String report,
        String verification,
        String notice,
        String lookBack,
        String returned) {

    static SamplePast of(NamedCsvRecord row) {
        return new SamplePast(
                row.getField("list"),
                row.getField("序号"),
                row.getField("state"),
                Integer.parseInt(row.getField("registered")),
                row.getField("plan_text"),
                row.getField("report_text"),
                row.getField("verify_text"),
                row.getField("note_result"),
                row.getField("look_back_text"),
                row.getField("return_reason"));
    }
}
