package org.duban.desk.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.desk.CaseFilter;
import org.duban.kernel.UnitCode;

/**
 * The conditions a list of cases is read under. Rights are one of them, so that no row a person may not see ever leaves
 * the database.
 *
 * @param visible units whose cases may be seen, null for all
 * @param unitsOfTerm for each search term the units it names
 */
public record CaseListQuery(
        CaseFilter filter, Set<UnitCode> visible, List<List<UnitCode>> unitsOfTerm, LocalDate today) {

    static final String DUE = "coalesce(p.due_on, 'infinity'::date)";

    /** When what the limit asks for was done: 立行立改 asks for evidence only, checking it is others' work. */
    static final String DONE_AT = "case when p.deadline_kind = 'IMMEDIATE' then p.reported_at else p.rectified_at end";

    private static final String DONE_ON = "((" + DONE_AT + ") at time zone 'Asia/Shanghai')::date";

    /** Late: open past its last day, or done after it. Struck-off and standing cases never are. */
    static final String OVERDUE = """
            (p.struck_off_at is null and p.deadline_kind <> 'STANDING'
             and p.state not in ('STANDING', 'STRUCK_OFF', 'CLOSED')
             and coalesce(p.due_on, 'infinity'::date) < :today
             and coalesce(%s, 'infinity'::date) > p.due_on)""".formatted(DONE_ON);

    private static final String DUE_WITHIN = """
            (p.struck_off_at is null and p.deadline_kind <> 'STANDING'
             and p.state not in ('STANDING', 'STRUCK_OFF', 'CLOSED') and (%s) is null
             and coalesce(p.due_on, 'infinity'::date) between :today and :dueUntil)""".formatted(DONE_AT);

    private static final String OF_UNITS = "select c.no from case_unit c where c.unit_code = any (:%s)";

    /** Cases with a card that was issued and neither lifted nor revoked. */
    private static final String CARDED =
            "select k.subject_no from card k where k.closed_at is null and k.colour is not null";

    private static final String TEXT = "case_search_text(s.no, s.title, s.description, s.site)";

    /** A term of two characters is one pair, so that the index alone answers it. */
    private static final String ONE_PAIR =
            "select s.no from problem s where search_pairs(" + TEXT + ") @> search_pairs(:term%1$d)";

    /** The pairs of a longer term may stand apart from each other in the text. */
    private static final String PAIRS = ONE_PAIR + " and " + TEXT + " like :like%1$d";

    /** One character has no pair to look up; it is looked for in the newest cases only, which bounds the work. */
    private static final String AMONG_NEWEST =
            "select s.no from (select * from problem order by registered_at desc, no desc limit 20000) s where " + TEXT
                    + " like :like%1$d";

    /** The conditions as SQL over {@code problem p}; always at least one. */
    String where() {
        List<String> conditions = new ArrayList<>();
        if (visible != null) {
            conditions.add("p.no in (" + OF_UNITS.formatted("visible") + ")");
        }
        if (filter.unit() != null) {
            conditions.add("p.no in (" + OF_UNITS.formatted("unit") + ")");
        }
        for (int i = 0; i < filter.terms().size(); i++) {
            // Offset 0 keeps the planner from asking each row for its pairs, which it takes to be cheap and is not.
            conditions.add("p.no in (select f.no from (" + found(i) + " offset 0) f)");
        }
        if (!filter.states().isEmpty()) {
            conditions.add(filter.states().size() == 1 ? "p.state = :state" : "p.state = any (:states)");
        }
        if (filter.deadlineKind() != null) {
            conditions.add("p.deadline_kind = :deadlineKind");
        }
        if (filter.overdue() != null) {
            conditions.add(filter.overdue() ? OVERDUE : "not coalesce(" + OVERDUE + ", false)");
        }
        if (filter.dueWithin() != null) {
            conditions.add(DUE_WITHIN);
        }
        if (filter.card() != null) {
            conditions.add(
                    filter.card() == CaseFilter.CardShown.ANY
                            ? "p.no in (" + CARDED + ")"
                            : "p.no in (" + CARDED + " and k.colour = :card)");
        }
        return conditions.isEmpty() ? "true" : String.join("\n  and ", conditions);
    }

    private String found(int term) {
        int length = filter.terms().get(term).length();
        String text = length < CaseFilter.SHORTEST_INDEXED
                ? AMONG_NEWEST
                : length == CaseFilter.SHORTEST_INDEXED ? ONE_PAIR : PAIRS;
        String byText = text.formatted(term);
        return unitsOfTerm.get(term).isEmpty()
                ? byText
                : byText + " union all " + OF_UNITS.formatted("unitsOfTerm" + term);
    }

    Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("today", today);
        if (visible != null) {
            values.put("visible", codes(visible));
        }
        if (filter.unit() != null) {
            values.put("unit", codes(List.of(filter.unit())));
        }
        for (int i = 0; i < filter.terms().size(); i++) {
            String term = filter.terms().get(i);
            values.put("term" + i, term);
            values.put("like" + i, "%" + term.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            values.put("unitsOfTerm" + i, codes(unitsOfTerm.get(i)));
        }
        if (filter.states().size() == 1) {
            values.put("state", filter.states().get(0).name());
        }
        values.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        if (filter.deadlineKind() != null) {
            values.put("deadlineKind", filter.deadlineKind().name());
        }
        if (filter.card() != null) {
            values.put("card", filter.card().name());
        }
        if (filter.dueWithin() != null) {
            values.put("dueUntil", today.plusDays(filter.dueWithin()));
        }
        return values;
    }

    private static String[] codes(Collection<UnitCode> units) {
        return units.stream().map(UnitCode::value).toArray(String[]::new);
    }
}
