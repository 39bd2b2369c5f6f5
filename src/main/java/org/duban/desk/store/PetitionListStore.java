package org.duban.desk.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.desk.CaseCursor;
import org.duban.desk.CaseFilter;
import org.duban.desk.CaseOrder;
import org.duban.desk.PetitionFilter;
import org.duban.kernel.UnitCode;
import org.duban.petition.PetitionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists letters. Rights are one of the conditions, so that no row a person may not see ever leaves the database. */
@Repository
public class PetitionListStore {

    private static final String OVERDUE =
            "(p.answered_at is null and p.state <> 'CLOSED' and coalesce(p.due_on, 'infinity'::date) < :today)";
    private static final String DUE_WITHIN = "(p.answered_at is null and p.state <> 'CLOSED'"
            + " and coalesce(p.due_on, 'infinity'::date) between :today and :dueUntil)";
    private static final String OF_UNITS = "p.no in (select s.no from petition_share s where s.unit_code = any (:%s))";
    private static final String TEXT = "case_search_text(s.no || ' ' || coalesce(s.upstream_no, ''), s.title, s.body,"
            + " coalesce(s.place, '') || ' ' || coalesce(s.firm, ''))";

    private static final String PAIRS = "p.no in (select f.no from (select s.no from petition s where search_pairs("
            + TEXT + ") @> search_pairs(:term%1$d) and " + TEXT + " like :like%1$d offset 0) f)";

    /** One character has no pair to look up; it is looked for in the newest letters only, which bounds the work. */
    private static final String AMONG_NEWEST =
            "p.no in (select s.no from (select * from petition order by registered_at desc, no desc limit 20000) s"
                    + " where " + TEXT + " like :like%1$d)";

    /** One line: the letter's number, where it stands in the order, and when its history grew last. */
    public record Line(String no, String sortKey, Instant updatedAt) {}

    private final JdbcClient db;

    PetitionListStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Up to {@code limit} lines after the cursor, or from the start without one.
     *
     * @param visible units whose letters may be seen, null for all
     */
    public List<Line> page(
            PetitionFilter filter,
            Set<UnitCode> visible,
            LocalDate today,
            CaseOrder order,
            CaseCursor after,
            int limit) {
        String key = key(order.column());
        Map<String, Object> values = values(filter, visible, today);
        String from = "true";
        if (after != null) {
            from = "(" + key + ", p.no) " + (order.descending() ? "<" : ">") + " (cast(:afterKey as "
                    + (order.column() == CaseOrder.Column.DUE_ON ? "date" : "text") + "), :afterNo)";
            values.put("afterKey", after.key());
            values.put("afterNo", after.no());
        }
        values.put("limit", limit);
        String way = order.descending() ? " desc" : "";
        String by = order.column() == CaseOrder.Column.NO ? "p.no" + way : key + way + ", p.no" + way;
        return db.sql("select p.no, cast(" + key + " as text) as sort_key,"
                        + " coalesce((select e.at from petition_event e where e.no = p.no order by e.seq desc limit 1),"
                        + " p.registered_at) as updated_at from petition p where "
                        + where(filter, visible) + " and " + from + " order by " + by + " limit :limit")
                .params(values)
                .query((row, n) ->
                        new Line(row.getString("no"), row.getString("sort_key"), Columns.instant(row, "updated_at")))
                .list();
    }

    /** How many there are; stops counting at {@code limit}. */
    public int count(PetitionFilter filter, Set<UnitCode> visible, LocalDate today, int limit) {
        Map<String, Object> values = values(filter, visible, today);
        values.put("limit", limit);
        return db.sql("select count(*) from (select 1 from petition p where " + where(filter, visible)
                        + " limit :limit) found")
                .params(values)
                .query(Integer.class)
                .single();
    }

    public Map<PetitionState, Integer> countByState(PetitionFilter filter, Set<UnitCode> visible, LocalDate today) {
        Map<PetitionState, Integer> counts = new EnumMap<>(PetitionState.class);
        db.sql("select p.state, count(*) as letters from petition p where " + where(filter, visible)
                        + " group by p.state")
                .params(values(filter, visible, today))
                .query(row -> {
                    counts.put(PetitionState.valueOf(row.getString("state")), row.getInt("letters"));
                });
        return counts;
    }

    private static String key(CaseOrder.Column column) {
        return switch (column) {
            case NO -> "p.no";
            case SOURCE -> "coalesce(p.inspection, '')";
            case LEAD_UNIT -> "coalesce(p.district, '')";
            case DUE_ON -> "coalesce(p.due_on, 'infinity'::date)";
            case STATE -> "p.state";
        };
    }

    private static String where(PetitionFilter filter, Set<UnitCode> visible) {
        List<String> conditions = new ArrayList<>();
        conditions.add("true");
        if (visible != null) {
            conditions.add(OF_UNITS.formatted("visible"));
        }
        if (filter.unit() != null) {
            conditions.add(OF_UNITS.formatted("unit"));
        }
        for (int i = 0; i < filter.terms().size(); i++) {
            boolean brief = filter.terms().get(i).length() < CaseFilter.SHORTEST_INDEXED;
            conditions.add((brief ? AMONG_NEWEST : PAIRS).formatted(i));
        }
        if (!filter.states().isEmpty()) {
            conditions.add(filter.states().size() == 1 ? "p.state = :state" : "p.state = any (:states)");
        }
        if (filter.overdue() != null) {
            conditions.add(filter.overdue() ? OVERDUE : "not " + OVERDUE);
        }
        if (filter.dueWithin() != null) {
            conditions.add(DUE_WITHIN);
        }
        if (filter.everyDay() != null) {
            conditions.add(filter.everyDay() ? "coalesce(p.inspection, '') = ''" : "coalesce(p.inspection, '') > ''");
        }
        return String.join("\n  and ", conditions);
    }

    private static Map<String, Object> values(PetitionFilter filter, Set<UnitCode> visible, LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("today", today);
        if (visible != null) {
            values.put("visible", visible.stream().map(UnitCode::value).toArray(String[]::new));
        }
        if (filter.unit() != null) {
            values.put("unit", new String[] {filter.unit().value()});
        }
        for (int i = 0; i < filter.terms().size(); i++) {
            String term = filter.terms().get(i);
            values.put("term" + i, term);
            values.put("like" + i, "%" + term.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (filter.states().size() == 1) {
            values.put("state", filter.states().get(0).name());
        } else if (!filter.states().isEmpty()) {
            values.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.dueWithin() != null) {
            values.put("dueUntil", today.plusDays(filter.dueWithin()));
        }
        return values;
    }
}
