package org.duban.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duban.engine.Evaluation;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/** Something that happened to a deadline of a case, published inside the transaction that stores it. */
public record DeadlineFact(
        CaseNo caseNo, String type, Instant at, Actor by, Map<String, Object> data, List<Map<String, Object>> decisions)
        implements Fact {

    public DeadlineFact(CaseNo caseNo, String type, Instant at, Actor by, Map<String, Object> data) {
        this(caseNo, type, at, by, data, List.of());
    }

    /** The same, resting on that evaluation; null where there was none. */
    public DeadlineFact on(Evaluation evaluation) {
        return evaluation == null ? this : new DeadlineFact(caseNo, type, at, by, data, List.of(evaluation.said()));
    }
}
