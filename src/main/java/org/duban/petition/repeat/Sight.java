package org.duban.petition.repeat;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.CaseNo;

/** A letter as it is compared: its text as pairs, and what it says of place, firm and kind. */
public record Sight(
        CaseNo no,
        TextPrint print,
        List<String> places,
        List<String> firms,
        List<String> types,
        String district,
        LocalDate receivedOn) {}
