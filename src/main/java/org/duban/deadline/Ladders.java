package org.duban.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.duban.deadline.Ladder.Rung;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.springframework.stereotype.Component;

/**
 * The ladders of the decision table {@code EscalationLadder}. A table is asked once for every day on which its answer
 * may change and remembered for its version, because thousands of deadlines ask the same.
 */
@Component
class Ladders {

    /** Key of the decision table. */
    static final String TABLE = "EscalationLadder";

    private static final int FIRST_DAY = 400;
    static final List<String> PRIORITIES = List.of("高", "中", "低");

    private final Decisions decisions;
    private final Map<List<String>, Ladder> known = new ConcurrentHashMap<>();

    Ladders(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The version in force, as kept with every step. */
    String version() {
        return decisions.latest(TABLE).reference();
    }

    Ladder of(LedgerEntry entry, String priority) {
        Decision table = decisions.latest(TABLE);
        String about = entry.course().followsSubject() ? "随整改时限" : entry.kind().label();
        String holder = holder(entry.course().holder());
        return known.computeIfAbsent(
                List.of(table.reference(), about, holder, priority), key -> read(table, about, holder, priority));
    }

    /** When a deadline just opened or moved is to be looked at first, whatever the priority of its case. */
    Instant first(LedgerEntry entry, WorkingCalendar calendar, OfficeHours hours) {
        Instant from = entry.course().watchedFrom();
        return PRIORITIES.stream()
                .map(priority -> {
                    Ladder ladder = of(entry, priority);
                    return ladder.reached(entry, calendar, hours, from).isEmpty()
                            ? ladder.next(entry, null, calendar, hours, from)
                            : from;
                })
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Who has to act, in the table's words. */
    static String holder(String group) {
        if (group == null || group.startsWith("unit")) {
            return "单位";
        }
        return group.equals("leader") ? "领导" : "环委办";
    }

    private static Ladder read(Decision table, String about, String holder, String priority) {
        List<Rung> rungs = new ArrayList<>();
        String standing = null;
        for (int daysLeft : days(table)) {
            Map<String, Object> asked = new HashMap<>();
            asked.put("daysLeft", daysLeft);
            asked.put("about", about);
            asked.put("holder", holder);
            asked.put("priority", priority);
            Optional<Match> match = table.first(asked);
            String rule = match.map(Match::rule).orElse(null);
            if (rule != null && !rule.equals(standing)) {
                rung(daysLeft, match.get()).ifPresent(rungs::add);
            }
            standing = rule;
        }
        return new Ladder(List.copyOf(rungs));
    }

    /** The days on which the answer may change, the earliest first: the numbers of the table and their neighbours. */
    private static SortedSet<Integer> days(Decision table) {
        SortedSet<Integer> days = new TreeSet<>(Comparator.reverseOrder());
        days.add(FIRST_DAY);
        for (int number : table.numbersIn("daysLeft")) {
            days.addAll(List.of(number + 1, number, number - 1));
        }
        return days;
    }

    private static Optional<Rung> rung(int daysLeft, Match match) {
        return LadderAction.of(match.text("action"))
                .map(action -> new Rung(
                        daysLeft,
                        action,
                        told(match.text("tell")),
                        match.flag("catchUp"),
                        match.number("repeatDays"),
                        match.rule(),
                        match.annotation(),
                        match.evaluation()));
    }

    static Set<String> told(String words) {
        Set<String> told = new LinkedHashSet<>();
        if (words != null) {
            Arrays.stream(words.split("[,，、]"))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .forEach(told::add);
        }
        return told;
    }
}
