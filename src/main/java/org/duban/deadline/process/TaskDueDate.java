package org.duban.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineRules;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.OfficeHours;
import org.duban.deadline.Opening;
import org.duban.deadline.SubjectDeadline;
import org.duban.kernel.CaseNo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives a task its due date: models say {@code camunda:dueDate="${taskDueDate.of(execution)}"}. The rule is the one
 * named after the task's element, the period starts on the day the task begins, and the ledger row is keyed by the
 * task's activity instance, so a task that comes round again has a deadline of its own. Who has to act and which timer
 * hangs on the task is read from the model.
 *
 * <p>The moment handed to the engine is the close of business on the due day, because Tasklist shows a moment and
 * colours by it. Whether a deadline was missed is the ledger's answer alone, and there the due day lasts until midnight.
 */
@Component("taskDueDate")
public class TaskDueDate {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final DeadlineLedger ledger;
    private final DeadlineRules rules;
    private final ObjectProvider<SubjectDeadline> subjects;
    private final OfficeHours hours;
    private final Clock clock;

    TaskDueDate(
            DeadlineLedger ledger,
            DeadlineRules rules,
            ObjectProvider<SubjectDeadline> subjects,
            OfficeHours hours,
            Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.subjects = subjects;
        this.hours = hours;
        this.clock = clock;
    }

    /** The due moment of the task the execution is entering. */
    public Date of(DelegateExecution execution) {
        return Date.from(open(execution).taskDueAt(hours));
    }

    private LedgerEntry open(DelegateExecution execution) {
        CaseNo caseNo = CaseNo.of(execution.getProcessBusinessKey());
        String element = execution.getCurrentActivityId();
        String key = execution.getActivityInstanceId();
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> given =
                rules.of(caseNo, element).subjectDate() ? subjectDate(caseNo, element) : Optional.empty();
        Opening opening = given.map(due -> Opening.until(caseNo, LedgerKind.TASK, key, element, today, due)
                        .followingSubject())
                .orElseGet(() -> Opening.counted(caseNo, LedgerKind.TASK, key, element, today));
        FlowElement model = execution.getBpmnModelElementInstance();
        if (model instanceof UserTask task) {
            return ledger.open(opening.heldBy(candidates(task, execution)).movedBy(timer(task)));
        }
        return ledger.open(opening);
    }

    private static String candidates(UserTask task, DelegateExecution execution) {
        String groups = task.getCamundaCandidateGroups();
        return groups == null
                ? null
                : VARIABLE.matcher(groups)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf(execution.getVariable(found.group(1)))));
    }

    private static String timer(UserTask task) {
        return task.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                .filter(event -> task.equals(event.getAttachedTo()))
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .map(BoundaryEvent::getId)
                .findFirst()
                .orElse(null);
    }

    private Optional<LocalDate> subjectDate(CaseNo caseNo, String element) {
        return subjects.orderedStream()
                .map(subject -> subject.dueOn(caseNo, element))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
