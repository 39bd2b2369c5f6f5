package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duban.deadline.SubjectFacts.Facts;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Service;

/**
 * The lengths of all periods, as the office has set them in the decision table {@code DeadlineRule}. Nothing in the code
 * knows a number of days.
 */
@Service
public class DeadlineRules {

    /** Key of the decision table. */
    public static final String TABLE = "DeadlineRule";

    /** Evidence for a problem that is to be put right at once (立行立改). */
    public static final String IMMEDIATE = "immediate";

    /** The public notice before a problem is struck off (公示). */
    public static final String PUBLIC_NOTICE = "publicNotice";

    /** The regular review of a problem that stays open for good (长期坚持). */
    public static final String STANDING_REVIEW = "standingReview";

    private final Decisions decisions;
    private final Subjects subjects;
    private final WorkingCalendars calendars;
    private final OfficeHours hours;
    private final Clock clock;
    private final Map<List<String>, DeadlineRule> known = new ConcurrentHashMap<>();

    DeadlineRules(Decisions decisions, Subjects subjects, WorkingCalendars calendars, OfficeHours hours, Clock clock) {
        this.decisions = decisions;
        this.subjects = subjects;
        this.calendars = calendars;
        this.hours = hours;
        this.clock = clock;
    }

    /** The rule of the look-back (回头看) for a risk: {@code HIGH}, {@code MEDIUM} or {@code LOW}. */
    public static String lookBack(String risk) {
        return "lookBack." + risk;
    }

    /**
     * The rule for a step of a case.
     *
     * @throws IllegalStateException when the table has no row for it, which is a fault of the installation
     */
    public DeadlineRule of(CaseNo caseNo, String step) {
        Decision table = decisions.latest(TABLE);
        // Asked for only when a rule looks at it: a task is opened many times a second during an import.
        boolean asks = table.asks("priority") || table.asks("source");
        return of(table, SubjectKind.of(caseNo), step, asks ? subjects.of(caseNo) : Facts.UNKNOWN);
    }

    /** The rule for a step of a case of that kind, of middle priority. */
    public DeadlineRule of(SubjectKind about, String step) {
        return of(decisions.latest(TABLE), about, step, Facts.UNKNOWN);
    }

    private DeadlineRule of(Decision table, SubjectKind about, String step, Facts facts) {
        return known.computeIfAbsent(
                List.of(table.reference(), about.word(), step, facts.priority(), facts.source()),
                key -> read(table, about, step, facts));
    }

    private static DeadlineRule read(Decision table, SubjectKind about, String step, Facts facts) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("about", about.word());
        asked.put("step", step);
        asked.put("priority", facts.priority());
        asked.put("source", facts.source());
        return table.first(asked)
                .map(row -> RuleRow.of(step, row, table.reference()))
                .orElseThrow(() -> new IllegalStateException(
                        table.reference() + " has no row for '" + step + "' of a " + about.word()));
    }

    /** The calendar periods are counted on: one and the same for the whole transaction. */
    WorkingCalendar calendar() {
        return TransactionMemo.of(WorkingCalendar.class, calendars::current);
    }

    /** The date the rule yields from {@code startOn} on today's calendar, without opening a deadline. */
    public DueDate due(SubjectKind about, String step, LocalDate startOn) {
        return count(of(about, step).period(), startOn).date();
    }

    /** The same by a rule from a table of its own. */
    public DueDate due(DeadlineRule rule, LocalDate startOn) {
        return count(rule.period(), startOn).date();
    }

    /**
     * A rule as the row of another table says it, in the columns of {@code DeadlineRule}.
     *
     * @param reference the table and its version
     * @throws IllegalArgumentException when a cell says what no period can be made of; names the cell's word
     */
    public static DeadlineRule read(String code, Match row, String reference) {
        return RuleRow.of(code, row, reference);
    }

    /** When the step's period, begun now, will have passed unfulfilled. */
    public Instant overdueAt(CaseNo caseNo, String step) {
        return count(of(caseNo, step).period(), LocalDate.now(clock)).at();
    }

    private Due count(Period period, LocalDate startOn) {
        return Due.count(period, calendar(), hours, startOn, Due.start(startOn, clock, hours), startOn);
    }
}
