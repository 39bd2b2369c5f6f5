package org.duban.round.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.problem.Deadline;
import org.duban.problem.DeadlineKind;
import org.duban.problem.DeadlineWords;
import org.duban.problem.Precision;
import org.duban.problem.ProblemState;
import org.duban.round.ItemStatus;
import org.duban.round.Round;
import org.duban.round.RoundItem;
import org.duban.round.RoundUnit;
import org.duban.round.UnitState;

/** Turns rows into what they stand for. */
final class RoundRows {

    private RoundRows() {}

    static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                CaseNo.of(row.getString("no")),
                YearMonth.of(row.getInt("year"), row.getInt("month")),
                instant(row, "opened_at"),
                actor(row, "opened_by"),
                date(row, "report_due_on"),
                date(row, "cut_off_on"),
                instant(row, "frozen_at"),
                actor(row, "frozen_by"));
    }

    static RoundUnit unit(ResultSet row, int number) throws SQLException {
        return new RoundUnit(
                UnitCode.of(row.getString("unit_code")),
                UnitState.valueOf(row.getString("state")),
                instant(row, "settled_at"),
                actor(row, "settled_by"),
                row.getInt("items"),
                row.getInt("done"),
                row.getInt("on_schedule"),
                row.getInt("behind"),
                row.getInt("standing"),
                row.getInt("changed"),
                instant(row, "chased_at"),
                row.getInt("chases"));
    }

    static RoundItem item(ResultSet row, int number) throws SQLException {
        CaseNo round = CaseNo.of(row.getString("no"));
        RoundItem.Last last = last(row);
        return new RoundItem(
                round,
                UnitCode.of(row.getString("unit_code")),
                row.getInt("seq"),
                CaseNo.of(row.getString("problem_no")),
                row.getString("title"),
                row.getString("source"),
                limit(row),
                date(row, "due_on"),
                ProblemState.valueOf(row.getString("problem_state")).label(),
                row.getBoolean("leads"),
                row.getBoolean("standing"),
                row.getBoolean("struck_off"),
                row.getBoolean("frozen"),
                date(row, "next_review_on"),
                row.getObject("planned", Integer.class),
                List.of((String[]) row.getArray("planned_basis").getArray()),
                last,
                said(row, month(round.value()), last));
    }

    private static RoundItem.Last last(ResultSet row) throws SQLException {
        String no = row.getString("last_no");
        return no == null
                ? null
                : new RoundItem.Last(
                        month(no),
                        row.getString("last_text"),
                        row.getObject("last_actual", Integer.class),
                        status(row, "last_status"),
                        present(row.getString("last_issue")));
    }

    // What the unit did not write anew stands as it was.
    private static RoundItem.Said said(ResultSet row, YearMonth month, RoundItem.Last last) throws SQLException {
        ItemStatus status = status(row, "status");
        if (status == null) {
            return null;
        }
        String text = row.getString("text");
        Integer actual = row.getObject("actual", Integer.class);
        String issue = row.getString("issue");
        boolean first = last == null;
        return new RoundItem.Said(
                row.getBoolean("unchanged"),
                text != null || first ? month : last.month(),
                text != null || first ? text : last.text(),
                actual != null || first ? actual : last.actual(),
                status,
                issue != null || first ? present(issue) : last.issue());
    }

    private static String limit(ResultSet row) throws SQLException {
        String written = row.getString("deadline_text");
        if (written != null && !written.isBlank()) {
            return written;
        }
        String kind = row.getString("deadline_kind");
        String precision = row.getString("due_precision");
        return kind == null
                ? "未定"
                : DeadlineWords.of(new Deadline(
                        DeadlineKind.valueOf(kind),
                        null,
                        date(row, "due_on"),
                        precision == null ? null : Precision.valueOf(precision),
                        row.getBoolean("also_standing")));
    }

    private static ItemStatus status(ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? null : ItemStatus.valueOf(word);
    }

    private static Actor actor(ResultSet row, String column) throws SQLException {
        String username = row.getString(column);
        return username == null ? null : Actor.of(username, row.getString(column + "_name"));
    }

    private static String present(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** The month of a round's number. */
    private static YearMonth month(String no) {
        return Round.monthOf(no);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
