package org.duban.deadline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duban.deadline.CountingUnit;
import org.duban.deadline.Course;
import org.duban.deadline.FirstDay;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.Period;
import org.duban.deadline.RestDay;
import org.duban.kernel.CaseNo;

/** Reads a row of the ledger. */
final class EntryRow {

    private EntryRow() {}

    static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                CaseNo.of(row.getString("case_no")),
                LedgerKind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("name"),
                row.getString("rule"),
                row.getString("rule_version"),
                row.getString("clause"),
                row.getObject("start_on", LocalDate.class),
                Moments.read(row, "start_at"),
                period(row),
                row.getLong("calendar_version"),
                row.getObject("original_due_on", LocalDate.class),
                row.getObject("current_due_on", LocalDate.class),
                row.getBoolean("provisional"),
                Moments.read(row, "opened_at"),
                Moments.read(row, "met_at"),
                Moments.read(row, "voided_at"),
                course(row));
    }

    private static Period period(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        String firstDay = row.getString("first_day");
        return new Period(
                row.getObject("days", Integer.class),
                row.getObject("months", Integer.class),
                row.getObject("hours", Integer.class),
                unit == null ? null : CountingUnit.valueOf(unit),
                firstDay == null ? null : FirstDay.valueOf(firstDay),
                RestDay.valueOf(row.getString("rest_day")));
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                row.getString("holder"),
                row.getString("timer_element"),
                row.getBoolean("follows_subject"),
                Moments.read(row, "due_at"),
                Moments.read(row, "watched_from"),
                Moments.read(row, "checkpoint_at"),
                row.getObject("rung", Integer.class),
                row.getObject("suspended_on", LocalDate.class),
                row.getObject("suspended_until", LocalDate.class),
                row.getInt("extensions"));
    }
}
