package org.duban.deadline;

import java.time.LocalDate;
import org.duban.kernel.CaseNo;

/**
 * A deadline to be opened.
 *
 * @param key what it belongs to; opening the same key again opens nothing
 * @param givenDueOn the day the case itself sets; null when the rule's period is counted
 */
public record Opening(
        CaseNo caseNo,
        LedgerKind kind,
        String key,
        String rule,
        LocalDate startOn,
        LocalDate givenDueOn,
        String holder,
        String timerElement,
        boolean followsSubject) {

    /** Counted by the rule from {@code startOn}. */
    public static Opening counted(CaseNo caseNo, LedgerKind kind, String key, String rule, LocalDate startOn) {
        return new Opening(caseNo, kind, key, rule, startOn, null, null, null, false);
    }

    /** Due on a day the case itself sets; the rule names the clause it stands under. */
    public static Opening until(
            CaseNo caseNo, LedgerKind kind, String key, String rule, LocalDate startOn, LocalDate dueOn) {
        return new Opening(caseNo, kind, key, rule, startOn, dueOn, null, null, false);
    }

    /** Names the candidate group that has to act. */
    public Opening heldBy(String group) {
        return new Opening(caseNo, kind, key, rule, startOn, givenDueOn, group, timerElement, followsSubject);
    }

    /** Names the timer event of the model that moves the token. */
    public Opening movedBy(String element) {
        return new Opening(caseNo, kind, key, rule, startOn, givenDueOn, holder, element, followsSubject);
    }

    /** Says that the day is the case's own limit and moves with it. */
    public Opening followingSubject() {
        return new Opening(caseNo, kind, key, rule, startOn, givenDueOn, holder, timerElement, true);
    }
}
