package org.duban.petition.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.petition.Outcome;
import org.duban.petition.Petition;
import org.duban.petition.Petitioner;

/** The process variables of {@code PetitionDispatch}: what a gateway, a candidate group or a filter reads. */
final class PetitionVariables {

    static final String CASE_NO = "caseNo";
    static final String CASE_TITLE = "caseTitle";

    /** Number and title on the task itself, the one line of a case in Tasklist. */
    static final String CASE = "case";

    static final String LEAD_UNIT = "leadUnit";
    static final String SEVERAL_UNITS = "severalUnits";

    /** The unit of a branch; set by the model's multi-instance, changed when a share goes to another unit. */
    static final String UNIT = "unit";

    static final String DISPATCHED = "dispatched";
    static final String ANOTHER_ROUND = "anotherRound";
    static final String SHARE_SIGNED = "shareSigned";
    static final String RETURNS_CAPPED = "returnsCapped";
    static final String LETTER_NOT_OURS = "letterNotOurs";
    static final String FINDINGS_SIGNED = "findingsSigned";
    static final String ANSWER_PASSED = "answerPassed";
    static final String REDISPATCHES_CAPPED = "redispatchesCapped";
    static final String TO_PUBLISH = "toPublish";
    static final String SETTLED = "settled";
    static final String CALL_BACK_NEEDED = "callBackNeeded";
    static final String FOLLOW_UP_GOES_ON = "followUpGoesOn";
    static final String BECAME_PROBLEM = "becameProblem";
    static final String DISSATISFIED = "dissatisfied";
    static final String DISSATISFIED_CAPPED = "dissatisfiedCapped";

    /** Whether the task in hand came back with reasons. */
    static final String SENT_BACK = "sentBack";

    /** The sub-process with a branch for each unit. */
    private static final String BRANCHES = "SubProcess_Handle";

    private PetitionVariables() {}

    /** What Tasklist shows and candidate groups read; who wrote the letter is never among it. */
    static Map<String, Object> facts(Petition petition) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(CASE_NO, petition.no().value());
        facts.put(CASE_TITLE, petition.letter().title());
        facts.put(
                LEAD_UNIT,
                petition.leadUnit() == null ? null : petition.leadUnit().value());
        facts.put(SEVERAL_UNITS, petition.shares().size() > 1);
        return facts;
    }

    /** What the way after an accepted answer depends on. */
    static Map<String, Object> outcome(Petition petition, boolean withheld) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put(TO_PUBLISH, petition.letter().batch() != null && !withheld);
        outcome.put(SETTLED, petition.answer().outcome() == Outcome.DONE);
        outcome.put(CALL_BACK_NEEDED, petition.letter().petitioner() == Petitioner.NAMED);
        return outcome;
    }

    static String card(String no, Object title) {
        return title == null ? no : no + " " + title;
    }

    /**
     * Says it of this branch alone: units work side by side, and a variable of the whole process would be overwritten by
     * the other branches before the gateway reads it.
     */
    static void inBranch(DelegateTask task, String name, Object value) {
        task.getExecution().setVariable(name, value, BRANCHES);
    }

    /** Sends every unit to work once more, or no longer. */
    static void anotherRound(DelegateTask task, boolean again) {
        DelegateExecution execution = task.getExecution();
        if (!Objects.equals(execution.getVariable(ANOTHER_ROUND), again)) {
            execution.setVariable(ANOTHER_ROUND, again);
        }
        if (!Objects.equals(execution.getVariable(SENT_BACK), again)) {
            execution.setVariable(SENT_BACK, again);
        }
    }
}
