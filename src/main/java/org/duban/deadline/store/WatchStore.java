package org.duban.deadline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.duban.deadline.LadderStep;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.NextCheckpoint;
import org.duban.deadline.RungReached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the watch takes up and what it leaves behind, a batch at a time. */
@Repository
public class WatchStore {

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open deadlines to be looked at by {@code now}, kept from other nodes; what another node has is left to it. */
    public List<LedgerEntry> takeDue(Instant now, int most) {
        return jdbc.sql("""
                        select * from deadline where checkpoint_at <= :now
                         order by checkpoint_at limit :most for update skip locked""")
                .param("now", Moments.utc(now))
                .param("most", most)
                .query(EntryRow::entry)
                .list();
    }

    /** What runs, is to be looked at by then and is due by that day; the nearest first. */
    public List<LedgerEntry> running(Instant lookedAt, LocalDate dueOn, int most) {
        return jdbc.sql("""
                        select * from deadline
                         where checkpoint_at <= :at and current_due_on <= :dueOn and suspended_on is null
                         order by checkpoint_at limit :most""")
                .param("at", Moments.utc(lookedAt))
                .param("dueOn", dueOn)
                .param("most", most)
                .query(EntryRow::entry)
                .list();
    }

    /** Keeps the steps; answers those that had not been taken before. */
    public List<RungReached> addUnlessTaken(List<RungReached> steps) {
        Set<List<Object>> added = new HashSet<>(jdbc.sql("""
                        insert into deadline_step (deadline_id, due_on, rung, repetition, action, days_left, told, rule,
                            clause, decision, taken_at)
                        select * from unnest(:deadline::bigint[], :dueOn::date[], :rung::int[], :repetition::int[],
                            :action::text[], :daysLeft::int[], :told::text[], :rule::text[], :clause::text[], :decision::text[],
                            :at::timestamptz[])
                        on conflict do nothing returning deadline_id, rung, repetition""")
                .param("deadline", all(steps, step -> step.entry().id()))
                .param("dueOn", all(steps, step -> step.entry().currentDueOn()))
                .param("rung", all(steps, RungReached::rung))
                .param("repetition", all(steps, RungReached::repetition))
                .param("action", all(steps, step -> step.action().name()))
                .param("daysLeft", all(steps, RungReached::daysLeft))
                .param("told", all(steps, step -> String.join("、", step.tell())))
                .param("rule", all(steps, RungReached::rule))
                .param("clause", all(steps, RungReached::clause))
                .param("decision", all(steps, RungReached::decision))
                .param("at", all(steps, RungReached::at))
                .query((row, number) -> List.<Object>of(row.getLong(1), row.getInt(2), row.getInt(3)))
                .list());
        List<RungReached> taken = new ArrayList<>(steps);
        taken.removeIf(step -> !added.contains(List.<Object>of(step.entry().id(), step.rung(), step.repetition())));
        return taken;
    }

    public void advance(List<NextCheckpoint> checkpoints) {
        jdbc.sql("""
                        update deadline d set rung = n.rung, checkpoint_at = n.at
                          from unnest(:id::bigint[], :rung::int[], :at::timestamptz[]) n (id, rung, at)
                         where d.id = n.id and d.checkpoint_at is not null""")
                .param("id", all(checkpoints, NextCheckpoint::deadlineId))
                .param("rung", all(checkpoints, NextCheckpoint::rung))
                .param("at", all(checkpoints, NextCheckpoint::at))
                .update();
    }

    /** What was done about these deadlines, deadline by deadline in the order it happened. */
    public List<LadderStep> steps(Collection<Long> deadlines) {
        return jdbc.sql("select * from deadline_step where deadline_id = any(:ids) order by deadline_id, id")
                .param("ids", deadlines.toArray(Long[]::new))
                .query(WatchStore::step)
                .list();
    }

    static LadderStep step(ResultSet row, int number) throws SQLException {
        return LadderStep.of(
                row.getLong("deadline_id"),
                row.getString("action"),
                row.getInt("days_left"),
                row.getString("told"),
                row.getString("rule"),
                row.getString("clause"),
                row.getString("decision"),
                Moments.read(row, "taken_at"));
    }

    /** Arrays travel as text, which the statement casts: one way for all types. */
    private static <T> String[] all(List<T> rows, Function<T, Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
