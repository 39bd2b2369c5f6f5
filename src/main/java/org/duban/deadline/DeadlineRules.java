package org.duban.deadline;

import java.time.LocalDate;
import java.util.List;
import org.duban.deadline.store.RuleStore;
import org.springframework.stereotype.Service;

/** The lengths of all periods, as the office has set them. Nothing in the code knows a number of days. */
@Service
public class DeadlineRules {

    /** Evidence for a problem that is to be put right at once (立行立改). */
    public static final String IMMEDIATE = "immediate";

    /** The public notice before a problem is struck off (公示). */
    public static final String PUBLIC_NOTICE = "publicNotice";

    /** The regular review of a problem that stays open for good (长期坚持). */
    public static final String STANDING_REVIEW = "standingReview";

    private final RuleStore rules;
    private final WorkingCalendars calendars;

    DeadlineRules(RuleStore rules, WorkingCalendars calendars) {
        this.rules = rules;
        this.calendars = calendars;
    }

    /** The rule of the look-back (回头看) for a risk: {@code HIGH}, {@code MEDIUM} or {@code LOW}. */
    public static String lookBack(String risk) {
        return "lookBack." + risk;
    }

    /** @throws IllegalStateException when no such rule is set up, which is a fault of the installation */
    public DeadlineRule byCode(String code) {
        return TransactionMemo.of(code, () -> rules.byCode(code)
                .orElseThrow(() -> new IllegalStateException("deadline_rule has no row for '" + code + "'")));
    }

    /** The calendar periods are counted on: one and the same for the whole transaction. */
    WorkingCalendar calendar() {
        return TransactionMemo.of(WorkingCalendar.class, calendars::current);
    }

    public List<DeadlineRule> all() {
        return rules.all();
    }

    /** The date the rule yields from {@code startOn} on today's calendar, without opening a deadline. */
    public DueDate due(String code, LocalDate startOn) {
        return byCode(code).period().count(calendar(), startOn, startOn);
    }
}
