package org.duban.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.duban.deadline.LadderAction;
import org.duban.deadline.LadderStep;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the steps of the watch with their cases, and how units stand with their limits. */
@Repository
public class WatchBoardStore {

    /** @param micros the step's moment since 1970, for the cursor */
    public record Row(
            long id,
            long micros,
            String caseNo,
            String title,
            String deadline,
            String holder,
            String leadUnit,
            LocalDate dueOn,
            String standing,
            LadderStep step) {

        public String cursor() {
            return micros + "-" + id;
        }
    }

    public record UnitRow(String unit, int late, int soon, int month, int suspended) {}

    private final JdbcClient db;

    WatchBoardStore(JdbcClient db) {
        this.db = db;
    }

    /** Steps before the cursor, the newest first. */
    public List<Row> steps(LadderAction action, LocalDate on, long beforeMicros, long beforeId, int most) {
        Instant from = on == null ? Instant.EPOCH : on.atStartOfDay(Zones.CITY).toInstant();
        Instant to = on == null
                ? Instant.ofEpochSecond(32_503_680_000L)
                : on.plusDays(1).atStartOfDay(Zones.CITY).toInstant();
        Instant before = beforeMicros == Long.MAX_VALUE
                ? to
                : Instant.ofEpochSecond(beforeMicros / 1_000_000, beforeMicros % 1_000_000 * 1_000);
        return db.sql("""
                        select s.*, (extract(epoch from s.taken_at) * 1000000)::bigint as micros, d.case_no, d.name,
                               d.holder, d.current_due_on, d.met_at, d.voided_at, p.title, p.lead_unit
                          from deadline_step s
                          join deadline d on d.id = s.deadline_id
                          left join problem p on p.no = d.case_no
                         where s.action = :action and s.taken_at >= :from and s.taken_at < :to
                           and (s.taken_at, s.id) < (:before, :beforeId)
                         order by s.taken_at desc, s.id desc limit :most""")
                .param("action", action.name())
                .param("from", utc(from))
                .param("to", utc(to))
                .param("before", utc(before))
                .param("beforeId", beforeId)
                .param("most", most)
                .query(WatchBoardStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        LocalDate then = row.getObject("due_on", LocalDate.class);
        LocalDate now = row.getObject("current_due_on", LocalDate.class);
        String standing = row.getObject("met_at") != null
                ? "已办结"
                : row.getObject("voided_at") != null ? "已取消" : then.equals(now) ? "未办结" : "已改期至 " + now;
        return new Row(
                row.getLong("id"),
                row.getLong("micros"),
                row.getString("case_no"),
                row.getString("title"),
                row.getString("name"),
                row.getString("holder"),
                row.getString("lead_unit"),
                then,
                standing,
                LadderStep.of(
                        row.getLong("deadline_id"),
                        row.getString("action"),
                        row.getInt("days_left"),
                        row.getString("told"),
                        row.getString("rule"),
                        row.getString("clause"),
                        row.getString("decision"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()));
    }

    public Map<LadderAction, Integer> counts(Instant since) {
        Map<LadderAction, Integer> counts = new EnumMap<>(LadderAction.class);
        for (LadderAction action : LadderAction.values()) {
            counts.put(
                    action,
                    db.sql("select count(*) from deadline_step where action = :action and taken_at >= :since")
                            .param("action", action.name())
                            .param("since", utc(since))
                            .query(Integer.class)
                            .single());
        }
        return counts;
    }

    public List<UnitRow> units(LocalDate today, Instant now) {
        return db.sql("""
                        select p.lead_unit,
                               count(*) filter (where d.suspended_on is null and d.due_at <= :now) as late,
                               count(*) filter (where d.suspended_on is null and d.due_at > :now
                                                  and d.current_due_on <= :week) as soon,
                               count(*) filter (where d.suspended_on is null and d.due_at > :now) as month,
                               count(*) filter (where d.suspended_on is not null) as suspended
                          from (select * from deadline where kind = 'SUBJECT' and met_at is null and voided_at is null
                                   and current_due_on <= :month and suspended_on is null
                                union all
                                select * from deadline where kind = 'SUBJECT' and suspended_on is not null
                                   and met_at is null and voided_at is null) d
                          join problem p on p.no = d.case_no
                         group by p.lead_unit
                         order by 2 desc, 3 desc, 1""")
                .param("now", utc(now))
                .param("week", today.plusDays(7))
                .param("month", today.plusDays(30))
                .query((row, number) ->
                        new UnitRow(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
