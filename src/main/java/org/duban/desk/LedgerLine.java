package org.duban.desk;

import java.util.List;

/** A line of the exported ledger: the case with its long texts. */
public record LedgerLine(
        CaseItem item, String description, List<String> pollutionTypes, String site, String goal, String measures) {}
