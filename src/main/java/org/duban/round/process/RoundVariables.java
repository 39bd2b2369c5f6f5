package org.duban.round.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.round.Round;

/** The process variables of {@code MonthlyRound}: what a gateway, a candidate group or Tasklist reads. */
final class RoundVariables {

    /** Number and title as Tasklist shows them for every case. */
    static final String CASE_NO = "caseNo";

    static final String CASE_TITLE = "caseTitle";

    /** The unit of a task; set by the model's multi-instance. */
    static final String UNIT = "unit";

    static final String ROUND_OPENED = "roundOpened";

    private RoundVariables() {}

    static Map<String, Object> of(Round round) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(CASE_NO, round.no().value());
        variables.put(CASE_TITLE, round.title());
        return variables;
    }
}
