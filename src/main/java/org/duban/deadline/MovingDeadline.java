package org.duban.deadline;

import java.time.LocalDate;
import org.duban.kernel.CaseNo;

/** An open deadline whose count ends on another day under a calendar that is not loaded yet. */
public record MovingDeadline(long id, CaseNo caseNo, String name, LocalDate startOn, LocalDate from, LocalDate to) {}
