package org.duban.problem.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.kernel.UnitCode;
import org.duban.problem.Problem;

/** The process variables of {@code ProblemRectification}: what a gateway, a candidate group or a filter reads. */
final class ProblemVariables {

    static final String CASE_NO = "caseNo";
    static final String CASE_TITLE = "caseTitle";

    /** Number and title on the task itself, the one line of a case in Tasklist. */
    static final String CASE = "case";

    static final String LEAD_UNIT = "leadUnit";
    static final String SUPERVISING_UNIT = "supervisingUnit";

    /** The responsible unit of a branch; set by the model's multi-instance. */
    static final String UNIT = "unit";

    static final String DISPATCH_COMPLETE = "dispatchComplete";
    static final String SIGNED_FOR = "signedFor";
    static final String RETURNS_CAPPED = "returnsCapped";
    static final String PLAN_ACCEPTED = "planAccepted";
    static final String STANDING = "standing";
    static final String HEAD_SIGNED = "headSigned";
    static final String PRELIMINARY_PASSED = "preliminaryPassed";
    static final String CRITERIA_MET = "criteriaMet";
    static final String OBJECTION_UPHELD = "objectionUpheld";
    static final String OBJECTIONS_LEFT = "objectionsLeft";
    static final String STRIKE_OFF_APPROVED = "strikeOffApproved";
    static final String RELAPSED = "relapsed";

    /** Whether the task in hand came back with reasons. */
    static final String SENT_BACK = "sentBack";

    /** {@link #SENT_BACK} on the task itself; of another name, because a task's own variable would catch later writes. */
    static final String CAME_BACK = "cameBack";

    private ProblemVariables() {}

    /** What Tasklist shows and candidate groups read. */
    static Map<String, Object> facts(Problem problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(CASE_NO, problem.no().value());
        facts.put(CASE_TITLE, problem.listing().title());
        facts.put(LEAD_UNIT, code(problem.dispatch().leadUnit()));
        facts.put(SUPERVISING_UNIT, code(problem.dispatch().supervisingUnit()));
        return facts;
    }

    static String card(String no, Object title) {
        return title == null ? no : no + " " + title;
    }

    /**
     * Says of the process whether the next task comes back with reasons; what is said already is not written again. The
     * task itself may hold a copy of its own, which would hide the variable.
     */
    static void sentBack(DelegateTask task, boolean back) {
        DelegateExecution execution = task.getExecution();
        if (!Objects.equals(execution.getVariable(SENT_BACK), back)) {
            execution.setVariable(SENT_BACK, back);
        }
    }

    private static String code(UnitCode unit) {
        return unit == null ? null : unit.value();
    }
}
