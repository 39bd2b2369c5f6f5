package org.duban.deadline.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.Course;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.Period;
import org.duban.kernel.CaseNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the ledger; met and voided rows never change again. */
@Repository
public class DeadlineStore {

    private static final String OPEN = " met_at is null and voided_at is null ";

    private final JdbcClient jdbc;

    DeadlineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row as added; empty when there is one of that key already. */
    public Optional<LedgerEntry> addUnlessKnown(LedgerEntry entry) {
        Period period = entry.period();
        Course course = entry.course();
        return jdbc.sql("""
                        insert into deadline (case_no, kind, key, name, rule, rule_version, clause, start_on, start_at,
                            days, months, hours, unit, first_day, rest_day, calendar_version, original_due_on,
                            current_due_on, provisional, opened_at, holder, timer_element, follows_subject, due_at,
                            watched_from, checkpoint_at)
                        values (:caseNo, :kind, :key, :name, :rule, :ruleVersion, :clause, :startOn, :startAt,
                            :days, :months, :hours, :unit, :firstDay, :restDay, :version, :original,
                            :current, :provisional, :openedAt, :holder, :timer, :follows, :dueAt,
                            :watchedFrom, :checkpointAt)
                        on conflict (key) do nothing returning *""")
                .param("caseNo", entry.caseNo().value())
                .param("kind", entry.kind().name())
                .param("key", entry.key())
                .param("name", entry.name())
                .param("rule", entry.rule())
                .param("ruleVersion", entry.ruleVersion())
                .param("clause", entry.clause())
                .param("startOn", entry.startOn())
                .param("startAt", Moments.utc(entry.startAt()))
                .param("days", period.days())
                .param("months", period.months())
                .param("hours", period.hours())
                .param("unit", period.unit() == null ? null : period.unit().name())
                .param(
                        "firstDay",
                        period.firstDay() == null ? null : period.firstDay().name())
                .param("restDay", period.restDay().name())
                .param("version", entry.calendarVersion())
                .param("original", entry.originalDueOn())
                .param("current", entry.currentDueOn())
                .param("provisional", entry.provisional())
                .param("openedAt", Moments.utc(entry.openedAt()))
                .param("holder", course.holder())
                .param("timer", course.timerElement())
                .param("follows", course.followsSubject())
                .param("dueAt", Moments.utc(course.dueAt()))
                .param("watchedFrom", Moments.utc(course.watchedFrom()))
                .param("checkpointAt", Moments.utc(course.checkpointAt()))
                .query(EntryRow::entry)
                .optional();
    }

    /** @return the deadline when it was open until now */
    public Optional<Closed> meet(String key, Instant at) {
        return close("met_at", key, at);
    }

    /** @return as {@link #meet} */
    public Optional<Closed> voidDeadline(String key, Instant at) {
        return close("voided_at", key, at);
    }

    private Optional<Closed> close(String column, String key, Instant at) {
        return jdbc
                .sql("update deadline d set " + column + " = :at, checkpoint_at = null where key = :key and" + OPEN
                        + "returning id, case_no, name, exists (select 1 from deadline_request r"
                        + " where r.deadline_id = d.id and r.closed_at is null)")
                .param("at", Moments.utc(at))
                .param("key", key)
                .query((row, number) ->
                        new Closed(row.getLong(1), CaseNo.of(row.getString(2)), row.getString(3), row.getBoolean(4)))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * A deadline that was closed just now.
     *
     * @param asked whether a request about it is under way
     */
    public record Closed(long id, CaseNo caseNo, String name, boolean asked) {}

    /** Writes what a move made of an open deadline. */
    public void move(LedgerEntry moved) {
        Course course = moved.course();
        jdbc.sql("""
                        update deadline set current_due_on = :current, due_at = :dueAt, provisional = :provisional,
                               rung = :rung, watched_from = :watchedFrom, checkpoint_at = :checkpointAt,
                               suspended_on = :suspendedOn, suspended_until = :suspendedUntil, extensions = :extensions
                         where id = :id and met_at is null and voided_at is null""")
                .param("current", moved.currentDueOn())
                .param("dueAt", Moments.utc(course.dueAt()))
                .param("provisional", moved.provisional())
                .param("rung", course.rung())
                .param("watchedFrom", Moments.utc(course.watchedFrom()))
                .param("checkpointAt", Moments.utc(course.checkpointAt()))
                .param("suspendedOn", course.suspendedOn())
                .param("suspendedUntil", course.suspendedUntil())
                .param("extensions", course.extensions())
                .param("id", moved.id())
                .update();
    }

    /** Says of counted days that they are not provisional any more. */
    public void settle(Collection<Long> ids) {
        jdbc.sql("update deadline set provisional = false where id = any(:ids) and" + OPEN)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    public Optional<LedgerEntry> byKey(String key) {
        return jdbc.sql("select * from deadline where key = :key")
                .param("key", key)
                .query(EntryRow::entry)
                .optional();
    }

    public Optional<LedgerEntry> byId(long id) {
        return jdbc.sql("select * from deadline where id = :id")
                .param("id", id)
                .query(EntryRow::entry)
                .optional();
    }

    public List<LedgerEntry> byIds(Collection<Long> ids) {
        return jdbc.sql("select * from deadline where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(EntryRow::entry)
                .list();
    }

    /** The open deadline, kept from others until the transaction ends. */
    public Optional<LedgerEntry> lockOpen(long id) {
        return jdbc.sql("select * from deadline where id = :id and" + OPEN + "for update")
                .param("id", id)
                .query(EntryRow::entry)
                .optional();
    }

    public List<LedgerEntry> open(CaseNo caseNo) {
        return jdbc.sql("select * from deadline where case_no = :caseNo and" + OPEN + "order by current_due_on, id")
                .param("caseNo", caseNo.value())
                .query(EntryRow::entry)
                .list();
    }

    public List<LedgerEntry> all(CaseNo caseNo) {
        return jdbc.sql("select * from deadline where case_no = :caseNo order by id")
                .param("caseNo", caseNo.value())
                .query(EntryRow::entry)
                .list();
    }

    /** Those of these deadlines that still run. */
    public List<LedgerEntry> open(Collection<Long> ids) {
        return jdbc.sql("select * from deadline where id = any(:ids) and" + OPEN)
                .param("ids", ids.toArray(Long[]::new))
                .query(EntryRow::entry)
                .list();
    }

    /** The earliest checkpoint of all; empty when nothing is open. */
    public Optional<Instant> firstCheckpoint() {
        return jdbc.sql(
                        "select checkpoint_at from deadline where checkpoint_at is not null order by checkpoint_at limit 1")
                .query((row, number) -> Moments.read(row, "checkpoint_at"))
                .optional();
    }

    /**
     * A page of the open deadlines that depend on which days are worked and whose count reaches {@code from} or later, in
     * the order of ids.
     *
     * @param after the last id of the page before; 0 for the first
     */
    public List<LedgerEntry> openOnWorkingDays(LocalDate from, long after, int size) {
        return jdbc.sql(
                        "select * from deadline where" + OPEN + "and current_due_on >= :from and id > :after"
                                + " and (unit = 'WORKING' or hours is not null or rest_day = 'MOVES_ON') order by id limit :size")
                .param("from", from)
                .param("after", after)
                .param("size", size)
                .query(EntryRow::entry)
                .list();
    }
}
