package org.duban.deadline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
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
        return jdbc.sql("""
                        insert into deadline (case_no, kind, key, rule, clause, start_on, days, months, unit, first_day,
                            rest_day, calendar_version, original_due_on, current_due_on, provisional, opened_at)
                        values (:caseNo, :kind, :key, :rule, :clause, :startOn, :days, :months, :unit, :firstDay,
                            :restDay, :version, :original, :current, :provisional, :openedAt)
                        on conflict (key) do nothing returning *""")
                .param("caseNo", entry.caseNo().value())
                .param("kind", entry.kind().name())
                .param("key", entry.key())
                .param("rule", entry.rule())
                .param("clause", entry.clause())
                .param("startOn", entry.startOn())
                .param("days", period.days())
                .param("months", period.months())
                .param("unit", period.unit() == null ? null : period.unit().name())
                .param(
                        "firstDay",
                        period.firstDay() == null ? null : period.firstDay().name())
                .param("restDay", period.restDay().name())
                .param("version", entry.calendarVersion())
                .param("original", entry.originalDueOn())
                .param("current", entry.currentDueOn())
                .param("provisional", entry.provisional())
                .param("openedAt", utc(entry.openedAt()))
                .query(DeadlineStore::entry)
                .optional();
    }

    public void meet(String key, Instant at) {
        jdbc.sql("update deadline set met_at = :at where key = :key and" + OPEN)
                .param("at", utc(at))
                .param("key", key)
                .update();
    }

    public void voidDeadline(String key, Instant at) {
        jdbc.sql("update deadline set voided_at = :at where key = :key and" + OPEN)
                .param("at", utc(at))
                .param("key", key)
                .update();
    }

    public Optional<LedgerEntry> byKey(String key) {
        return jdbc.sql("select * from deadline where key = :key")
                .param("key", key)
                .query(DeadlineStore::entry)
                .optional();
    }

    public Optional<LedgerEntry> byId(long id) {
        return jdbc.sql("select * from deadline where id = :id")
                .param("id", id)
                .query(DeadlineStore::entry)
                .optional();
    }

    public List<LedgerEntry> open(CaseNo caseNo) {
        return jdbc.sql("select * from deadline where case_no = :caseNo and" + OPEN + "order by current_due_on, id")
                .param("caseNo", caseNo.value())
                .query(DeadlineStore::entry)
                .list();
    }

    public List<LedgerEntry> all(CaseNo caseNo) {
        return jdbc.sql("select * from deadline where case_no = :caseNo order by id")
                .param("caseNo", caseNo.value())
                .query(DeadlineStore::entry)
                .list();
    }

    /** Open deadlines that depend on which days are worked and whose count reaches {@code from} or later. */
    public List<LedgerEntry> openOnWorkingDays(LocalDate from) {
        return jdbc.sql("select * from deadline where" + OPEN + "and current_due_on >= :from"
                        + " and (unit = 'WORKING' or rest_day = 'MOVES_ON') order by current_due_on, id")
                .param("from", from)
                .query(DeadlineStore::entry)
                .list();
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                CaseNo.of(row.getString("case_no")),
                LedgerKind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("rule"),
                row.getString("clause"),
                row.getObject("start_on", LocalDate.class),
                RuleStore.period(row),
                row.getLong("calendar_version"),
                row.getObject("original_due_on", LocalDate.class),
                row.getObject("current_due_on", LocalDate.class),
                row.getBoolean("provisional"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "met_at"),
                instant(row, "voided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
