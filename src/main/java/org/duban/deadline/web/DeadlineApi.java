package org.duban.deadline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.duban.deadline.DayTrace;
import org.duban.deadline.DeadlineChange;
import org.duban.deadline.DeadlineExplanation;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LadderStep;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.Subjects;
import org.duban.organisation.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One deadline and why it is on its day, for those who may see its case. */
@RestController
@RequestMapping("/api/deadlines")
class DeadlineApi {

    private final DeadlineLedger ledger;
    private final Access access;
    private final Subjects subjects;

    DeadlineApi(DeadlineLedger ledger, Access access, Subjects subjects) {
        this.ledger = ledger;
        this.access = access;
        this.subjects = subjects;
    }

    /** A deadline that is not there and one of a case that may not be seen get the same answer. */
    @GetMapping("/{id}")
    Body deadline(@PathVariable long id) {
        return ledger.byId(id)
                .filter(entry -> access.sees(subjects.units(entry.caseNo())))
                .map(entry -> Body.of(ledger.explain(entry)))
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的期限，或者您无权查看它所属的案件。"));
    }

    record Body(
            long id,
            String caseNo,
            String kind,
            String name,
            String rule,
            String ruleVersion,
            String clause,
            LocalDate startOn,
            Integer days,
            Integer months,
            Integer hours,
            String unit,
            String firstDay,
            long calendarVersion,
            List<String> notices,
            LocalDate originalDueOn,
            LocalDate currentDueOn,
            Instant dueAt,
            boolean provisional,
            LocalDate suspendedOn,
            LocalDate suspendedUntil,
            int extensions,
            Instant nextCheckpointAt,
            Instant openedAt,
            Instant metAt,
            Instant voidedAt,
            boolean missed,
            List<DayTrace> trace,
            List<String> explanation,
            List<Change> changes,
            List<Step> steps) {

        /** One move of the day; {@code kind} is extended, suspended, resumed, calendar or corrected. */
        record Change(
                String kind,
                LocalDate from,
                LocalDate to,
                String reason,
                Long requestId,
                boolean afterExpiry,
                String by,
                Instant at) {

            static Change of(DeadlineChange change) {
                return new Change(
                        lower(change.kind()),
                        change.fromOn(),
                        change.toOn(),
                        change.reason(),
                        change.requestId(),
                        change.afterExpiry(),
                        change.byName(),
                        change.changedAt());
            }
        }

        /** What the watch did, by which rule of which version of the ladder. */
        record Step(String action, int daysLeft, String told, String rule, String clause, String decision, Instant at) {

            static Step of(LadderStep step) {
                return new Step(
                        lower(step.action()),
                        step.daysLeft(),
                        step.told(),
                        step.rule(),
                        step.clause(),
                        step.decision(),
                        step.at());
            }
        }

        static Body of(DeadlineExplanation explained) {
            LedgerEntry entry = explained.entry();
            return new Body(
                    entry.id(),
                    entry.caseNo().value(),
                    lower(entry.kind()),
                    entry.name(),
                    entry.rule(),
                    entry.ruleVersion(),
                    entry.clause(),
                    entry.startOn(),
                    entry.period().days(),
                    entry.period().months(),
                    entry.period().hours(),
                    lower(entry.period().unit()),
                    lower(entry.period().firstDay()),
                    entry.calendarVersion(),
                    explained.notices(),
                    entry.originalDueOn(),
                    entry.currentDueOn(),
                    entry.course().dueAt(),
                    entry.provisional(),
                    entry.course().suspendedOn(),
                    entry.course().suspendedUntil(),
                    entry.course().extensions(),
                    entry.course().checkpointAt(),
                    entry.openedAt(),
                    entry.metAt(),
                    entry.voidedAt(),
                    explained.missed(),
                    explained.trace(),
                    explained.lines(),
                    explained.changes().stream().map(Change::of).toList(),
                    explained.steps().stream().map(Step::of).toList());
        }

        private static String lower(Enum<?> word) {
            return word == null ? null : word.name().toLowerCase(Locale.ROOT);
        }
    }
}
