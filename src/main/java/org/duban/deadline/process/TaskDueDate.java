package org.duban.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineRule;
import org.duban.deadline.DeadlineRules;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.SubjectDeadline;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives a task its due date: models say {@code camunda:dueDate="${taskDueDate.of(execution)}"}. The rule is the one
 * named after the task's element, the period starts on the day the task begins, and the ledger row is keyed by the
 * task's activity instance, so a task that comes round again has a deadline of its own.
 *
 * <p>The moment handed to the engine is the close of business on the due day ({@code duban.deadline.close-of-business},
 * 18:00 city time), because Tasklist shows a moment and colours by it. Whether a deadline was missed is the ledger's
 * answer alone, and there the due day lasts until midnight.
 */
@Component("taskDueDate")
public class TaskDueDate {

    private final DeadlineLedger ledger;
    private final DeadlineRules rules;
    private final ObjectProvider<SubjectDeadline> subjects;
    private final Clock clock;
    private final LocalTime closeOfBusiness;

    TaskDueDate(
            DeadlineLedger ledger,
            DeadlineRules rules,
            ObjectProvider<SubjectDeadline> subjects,
            Clock clock,
            @Value("${duban.deadline.close-of-business:18:00}") String closeOfBusiness) {
        this.ledger = ledger;
        this.rules = rules;
        this.subjects = subjects;
        this.clock = clock;
        this.closeOfBusiness = LocalTime.parse(closeOfBusiness);
    }

    /** The due moment of the task the execution is entering. */
    public Date of(DelegateExecution execution) {
        CaseNo caseNo = CaseNo.of(execution.getProcessBusinessKey());
        LedgerEntry entry = open(caseNo, execution.getCurrentActivityId(), execution.getActivityInstanceId());
        return Date.from(
                entry.currentDueOn().atTime(closeOfBusiness).atZone(Zones.CITY).toInstant());
    }

    private LedgerEntry open(CaseNo caseNo, String element, String key) {
        LocalDate today = LocalDate.now(clock);
        DeadlineRule rule = rules.byCode(element);
        Optional<LocalDate> given = rule.subjectDate() ? subjectDate(caseNo, element) : Optional.empty();
        return given.map(due -> ledger.openUntil(caseNo, LedgerKind.TASK, key, element, today, due))
                .orElseGet(() -> ledger.open(caseNo, LedgerKind.TASK, key, element, today));
    }

    private Optional<LocalDate> subjectDate(CaseNo caseNo, String element) {
        return subjects.orderedStream()
                .map(subject -> subject.dueOn(caseNo, element))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
