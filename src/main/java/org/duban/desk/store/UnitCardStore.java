package org.duban.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.card.ConsequenceKind;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads units' records of cards from rows that stand: each thing counts on the day it happened. */
@Repository
public class UnitCardStore {

    private final JdbcClient db;

    UnitCardStore(JdbcClient db) {
        this.db = db;
    }

    /** Points by unit: what was deducted in these days, less what revocations gave back in them. */
    public Map<String, Integer> points(LocalDate from, LocalDate to) {
        Map<String, Integer> points = new HashMap<>();
        db.sql("""
                        select unit_code, sum(points)::int as points
                          from (select unit_code, points from card_consequence
                                 where points is not null and decided_at >= :from and decided_at < :to
                                union all
                                select unit_code, -points from card_consequence
                                 where points is not null and void_at is not null and void_at >= :from and void_at < :to) p
                         group by unit_code""")
                .param("from", from.atStartOfDay(Zones.CITY).toOffsetDateTime())
                .param("to", to.plusDays(1).atStartOfDay(Zones.CITY).toOffsetDateTime())
                .query(row -> {
                    points.put(row.getString("unit_code"), row.getInt("points"));
                });
        return points;
    }

    /** How many cards each unit has in force at this moment, yellow and red. */
    public record Holding(int yellow, int red) {}

    public Map<String, Holding> inForce() {
        Map<String, Holding> holding = new HashMap<>();
        db.sql("""
                        select unit_code, count(*) filter (where colour = 'YELLOW') as yellow,
                               count(*) filter (where colour = 'RED') as red
                          from card where level > 0 and closed_at is null group by unit_code""").query(row -> {
            holding.put(row.getString("unit_code"), new Holding(row.getInt("yellow"), row.getInt("red")));
        });
        return holding;
    }

    /**
     * Something that counts in a unit's record.
     *
     * @param what YELLOW, RED, TURNED, REVOKED or LIFTED
     * @param paper number of the notice; null for a revocation
     */
    public record Event(
            String what,
            LocalDate on,
            String no,
            String subject,
            String title,
            CardCause cause,
            CardState state,
            String clause,
            String paper) {}

    /** What happened to the unit's cards in these days, the newest first. */
    public List<Event> events(UnitCode unit, LocalDate from, LocalDate to, int most) {
        return db.sql("""
                        select e.*, c.subject_no, c.title, c.cause, c.state
                          from (select case when level = 2 then 'TURNED' else colour end as what, issued_on as on_day, card_no,
                                       clause, paper_number as paper
                                  from card_issue where unit_code = :unit and issued_on between :from and :to
                                union all
                                select 'REVOKED', revoked_on, card_no, reason, null from card_revocation
                                 where unit_code = :unit and revoked_on between :from and :to
                                union all
                                select 'LIFTED', (l.lifted_at at time zone 'Asia/Shanghai')::date, l.card_no, null, l.paper_number
                                  from card h join card_lifting l on l.card_no = h.no
                                 where h.unit_code = :unit and l.lifted_at >= :fromAt and l.lifted_at < :toAt) e
                          join card c on c.no = e.card_no
                         order by e.on_day desc, e.card_no desc limit :most""")
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .param("fromAt", from.atStartOfDay(Zones.CITY).toOffsetDateTime())
                .param("toAt", to.plusDays(1).atStartOfDay(Zones.CITY).toOffsetDateTime())
                .param("most", most)
                .query((row, number) -> new Event(
                        row.getString("what"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("card_no"),
                        row.getString("subject_no"),
                        row.getString("title"),
                        Columns.word(row, "cause", CardCause.class),
                        Columns.word(row, "state", CardState.class),
                        row.getString("clause"),
                        row.getString("paper")))
                .list();
    }

    /**
     * A line of the consequence ledger with its card.
     *
     * @param colour of the level it followed from
     */
    public record Following(
            long id,
            String no,
            String subject,
            String title,
            String unit,
            CardColour colour,
            ConsequenceKind kind,
            Integer points,
            LocalDate dueOn,
            String clause,
            String rule,
            Instant decidedAt,
            LocalDate doneOn,
            String doneBy,
            String note,
            Long paper,
            Instant voidAt) {

        public boolean open() {
            return dueOn != null && doneOn == null && voidAt == null;
        }
    }

    /**
     * A page of the consequence ledger, the newest first.
     *
     * @param visible units whose cards may be seen; null for all
     * @param from and {@code to}: the days it was decided on, null for all
     */
    public List<Following> consequences(
            Set<UnitCode> visible,
            UnitCode unit,
            ConsequenceKind kind,
            boolean openOnly,
            LocalDate from,
            LocalDate to,
            long before,
            int size) {
        String where = (visible == null ? "" : " and q.unit_code = any (:visible)")
                + (unit == null ? "" : " and q.unit_code = :unit")
                + (kind == null ? "" : " and q.kind = :kind")
                + (openOnly ? " and q.due_on is not null and q.done_at is null and q.void_at is null" : "")
                + (from == null ? "" : " and q.decided_at >= :from")
                + (to == null ? "" : " and q.decided_at < :to");
        return db.sql("""
                        select q.*, c.subject_no, c.title, i.colour from card_consequence q
                          join card c on c.no = q.card_no
                          join card_issue i on i.card_no = q.card_no and i.level = q.level
                         where q.id < :before""" + where + " order by q.id desc limit :size")
                .param("before", before)
                .param(
                        "visible",
                        visible == null
                                ? null
                                : visible.stream().map(UnitCode::value).toArray(String[]::new))
                .param("unit", unit == null ? null : unit.value())
                .param("kind", kind == null ? null : kind.name())
                .param(
                        "from",
                        from == null ? null : from.atStartOfDay(Zones.CITY).toOffsetDateTime())
                .param(
                        "to",
                        to == null
                                ? null
                                : to.plusDays(1).atStartOfDay(Zones.CITY).toOffsetDateTime())
                .param("size", size)
                .param("before", before)
                .query(UnitCardStore::following)
                .list();
    }

    private static Following following(ResultSet row, int number) throws SQLException {
        return new Following(
                row.getLong("id"),
                row.getString("card_no"),
                row.getString("subject_no"),
                row.getString("title"),
                row.getString("unit_code"),
                Columns.word(row, "colour", CardColour.class),
                Columns.word(row, "kind", ConsequenceKind.class),
                row.getObject("points", Integer.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("clause"),
                row.getString("rule"),
                Columns.instant(row, "decided_at"),
                row.getObject("done_on", LocalDate.class),
                row.getString("done_name"),
                row.getString("note"),
                row.getObject("paper_id", Long.class),
                Columns.instant(row, "void_at"));
    }
}
