package org.duban.deadline.request;

import java.util.Arrays;
import java.util.Map;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.springframework.stereotype.Component;

/** Caps and approvers, as the office has set them in the tables {@code ExtensionRule}, {@code SuspensionRule}, … */
@Component
class RequestRules {

    /** More often than this no table is asked; whoever accepts that many sets no end. */
    private static final int MANY = 20;

    static final String NOT_ACCEPTED = "不予受理";

    private final Decisions decisions;

    RequestRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The cap of the next request.
     *
     * @param granted how many of the kind were granted before
     * @param about the kind of deadline, in the office's words
     * @throws IllegalStateException when no row matches, which is a fault of the installation
     */
    Cap next(RequestKind kind, int granted, String about, String priority) {
        Decision table = decisions.latest(kind.table());
        Match row = row(table, granted + 1, about, priority);
        return new Cap(
                granted + 1,
                total(table, about, priority),
                approver(row),
                row.number("maxDays"),
                row.annotation(),
                table.reference() + " " + row.rule(),
                row.evaluation());
    }

    private static Integer total(Decision table, String about, String priority) {
        for (int nth = 1; nth <= MANY; nth++) {
            if (approver(row(table, nth, about, priority)) == null) {
                return nth - 1;
            }
        }
        return null;
    }

    private static Match row(Decision table, int nth, String about, String priority) {
        return table.first(Map.of("nth", nth, "about", about, "priority", priority))
                .orElseThrow(() -> new IllegalStateException(
                        table.reference() + " has no row for request " + nth + " about " + about));
    }

    private static Approver approver(Match row) {
        String word = row.text("approver");
        if (NOT_ACCEPTED.equals(word)) {
            return null;
        }
        return Arrays.stream(Approver.values())
                .filter(approver -> approver.label().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("审批人“" + word + "”应为 协调员、领导 或 " + NOT_ACCEPTED));
    }
}
