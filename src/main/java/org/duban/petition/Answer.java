package org.duban.petition;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a unit found and did, or all units of a letter together.
 *
 * @param goal 办结目标
 * @param accountability 责任人被处理情况
 * @param plannedOn when a matter settled for a stage is to be settled for good
 */
public record Answer(
        Verdict verdict,
        Outcome outcome,
        String findings,
        String handling,
        String goal,
        String accountability,
        Sanctions sanctions,
        LocalDate plannedOn) {

    public static final Answer NONE = new Answer(null, null, null, null, null, null, Sanctions.NONE, null);

    Answer settled(Outcome now, LocalDate planned) {
        return new Answer(verdict, now, findings, handling, goal, accountability, sanctions, planned);
    }

    /** The same in other words. */
    Answer worded(String found, String handled, String aim, String accounted) {
        return new Answer(verdict, outcome, found, handled, aim, accounted, sanctions, plannedOn);
    }

    /** The answer of the letter as a whole, each unit's part under its name where there are several. */
    static Answer together(List<String> units, List<Answer> each) {
        if (each.size() == 1) {
            return each.get(0);
        }
        Sanctions sum = Sanctions.NONE;
        LocalDate last = null;
        for (Answer one : each) {
            sum = sum.plus(one.sanctions);
            last = last == null || one.plannedOn != null && one.plannedOn.isAfter(last) ? one.plannedOn : last;
        }
        return new Answer(
                Verdict.together(each.stream().map(Answer::verdict).toList()),
                Outcome.together(each.stream().map(Answer::outcome).toList()),
                joined(units, each.stream().map(Answer::findings).toList()),
                joined(units, each.stream().map(Answer::handling).toList()),
                joined(units, each.stream().map(Answer::goal).toList()),
                joined(units, each.stream().map(Answer::accountability).toList()),
                sum,
                last);
    }

    private static String joined(List<String> units, List<String> texts) {
        Set<String> parts = new LinkedHashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (texts.get(i) != null && !texts.get(i).isBlank()) {
                parts.add(units.get(i) + "：" + texts.get(i));
            }
        }
        return parts.isEmpty() || texts.stream().allMatch(Objects::isNull) ? null : String.join("\n", parts);
    }
}
