package org.duban.desk.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.deadline.LedgerKind;
import org.duban.desk.LetterChoice;
import org.duban.desk.LetterClock;
import org.duban.desk.LetterScope;
import org.duban.kernel.CaseNo;
import org.duban.petition.PetitionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the letters of a desk by the day they are due, with their clocks. */
@Repository
public class LetterDeskStore {

    private static final String DUE = "coalesce(p.due_on, 'infinity'::date)";

    /** Any clock that still counts: to tell of acceptance, to answer, to settle a leader's case. */
    private static final String LATE = """
            p.no in (select d.case_no from deadline d
                      where d.met_at is null and d.voided_at is null and d.suspended_on is null
                        and d.current_due_on < :today and d.kind in ('ACCEPTANCE', 'ANSWER', 'LEADERS_CASE'))""";

    private static final List<String> CLOCKS =
            List.of(LedgerKind.ACCEPTANCE.name(), LedgerKind.ANSWER.name(), LedgerKind.LEADERS_CASE.name());

    /** One line: the number, and where it stands in the order. */
    public record Line(CaseNo no, LocalDate due) {}

    private final JdbcClient db;

    LetterDeskStore(JdbcClient db) {
        this.db = db;
    }

    /** Up to {@code limit} lines after that one, or from the start without one; what is closed stands newest first. */
    public List<Line> page(LetterChoice choice, LocalDate today, Line after, int limit) {
        boolean back = choice.state() == PetitionState.CLOSED;
        Map<String, Object> values = values(choice, today);
        String from = "";
        if (after != null) {
            from = " and (" + DUE + ", p.no) " + (back ? "<" : ">") + " (coalesce(cast(:afterDue as date),"
                    + " 'infinity'::date), :afterNo)";
            values.put("afterDue", after.due());
            values.put("afterNo", after.no().value());
        }
        values.put("limit", limit);
        String way = back ? " desc" : "";
        return db.sql("select p.no, p.due_on from petition p where " + where(choice) + from + " order by " + DUE + way
                        + ", p.no" + way + " limit :limit")
                .params(values)
                .query((row, n) -> new Line(CaseNo.of(row.getString("no")), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** How many there are; stops counting at {@code limit}. */
    public int count(LetterChoice choice, LocalDate today, int limit) {
        Map<String, Object> values = values(choice, today);
        values.put("limit", limit);
        return db.sql("select count(*) from (select 1 from petition p where " + where(choice) + " limit :limit) found")
                .params(values)
                .query(Integer.class)
                .single();
    }

    public Map<PetitionState, Integer> countByState(LetterChoice choice, LocalDate today) {
        Map<PetitionState, Integer> counts = new EnumMap<>(PetitionState.class);
        db.sql("select p.state, count(*) as letters from petition p where " + where(choice) + " group by p.state")
                .params(values(choice, today))
                .query(row -> {
                    counts.put(PetitionState.valueOf(row.getString("state")), row.getInt("letters"));
                });
        return counts;
    }

    /** The leaders who have taken cases upon themselves. */
    public List<String> leaders() {
        return db.sql("""
                        select distinct leader from petition
                         where (state = 'LEADERS_CASE' or leader is not null or starred or key_mark)
                           and leader is not null order by leader""").query(String.class).list();
    }

    /** The last clock of each kind of each letter. */
    public Map<CaseNo, Map<LedgerKind, LetterClock>> clocks(Collection<CaseNo> letters) {
        Map<CaseNo, Map<LedgerKind, LetterClock>> clocks = new HashMap<>();
        db.sql("""
                select case_no, kind, name, original_due_on, current_due_on, extensions, met_at, suspended_on
                  from deadline
                 where case_no = any (:numbers) and voided_at is null and kind = any (:kinds) order by id""")
                .param("numbers", letters.stream().map(CaseNo::value).toArray(String[]::new))
                .param("kinds", CLOCKS.toArray(String[]::new))
                .query(row -> {
                    LedgerKind kind = LedgerKind.valueOf(row.getString("kind"));
                    clocks.computeIfAbsent(CaseNo.of(row.getString("case_no")), no -> new EnumMap<>(LedgerKind.class))
                            .put(
                                    kind,
                                    new LetterClock(
                                            kind,
                                            row.getString("name"),
                                            row.getObject("original_due_on", LocalDate.class),
                                            row.getObject("current_due_on", LocalDate.class),
                                            row.getInt("extensions"),
                                            Columns.instant(row, "met_at"),
                                            row.getObject("suspended_on", LocalDate.class) != null));
                });
        return clocks;
    }

    private static String where(LetterChoice choice) {
        List<String> conditions = new ArrayList<>();
        conditions.add(
                choice.scope() == LetterScope.WITHOUT_BATCH
                        ? "p.batch_id is null"
                        : "(p.state = 'LEADERS_CASE' or p.leader is not null or p.starred or p.key_mark)");
        if (choice.channel() != null) {
            conditions.add("p.channel = :channel");
        }
        if (choice.district() != null) {
            conditions.add("p.district = :district");
        }
        if (choice.state() != null) {
            conditions.add("p.state = :state");
        }
        if (choice.late()) {
            conditions.add(LATE);
        }
        if (choice.mark() != null) {
            conditions.add(
                    switch (choice.mark()) {
                        case LED -> "(p.state = 'LEADERS_CASE' or p.leader is not null)";
                        case STARRED -> "p.starred";
                        case KEY -> "p.key_mark";
                    });
        }
        if (choice.leader() != null) {
            conditions.add("p.leader = :leader");
        }
        return String.join(" and ", conditions);
    }

    private static Map<String, Object> values(LetterChoice choice, LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("today", today);
        values.put("channel", choice.channel() == null ? null : choice.channel().name());
        values.put(
                "district", choice.district() == null ? null : choice.district().value());
        values.put("state", choice.state() == null ? null : choice.state().name());
        values.put("leader", choice.leader());
        return values;
    }
}
