package org.duban.deadline;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/** Something that happened to a deadline of a case, published inside the transaction that stores it. */
public record DeadlineFact(CaseNo caseNo, String type, Instant at, Actor by, Map<String, Object> data)
        implements Fact {}
