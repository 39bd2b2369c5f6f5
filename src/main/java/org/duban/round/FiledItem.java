package org.duban.round;

import org.duban.kernel.CaseNo;

/** A row as it is stored: only what differs from last time; null is as before, an empty issue is none any more. */
public record FiledItem(
        CaseNo problem, boolean unchanged, String text, Integer actual, String issue, ItemStatus status) {}
