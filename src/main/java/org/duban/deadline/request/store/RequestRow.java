package org.duban.deadline.request.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.duban.deadline.request.Approver;
import org.duban.deadline.request.Cap;
import org.duban.deadline.request.DeadlineRequest;
import org.duban.deadline.request.RequestDecision;
import org.duban.deadline.request.RequestKind;
import org.duban.deadline.request.RequestState;
import org.duban.deadline.request.Stamp;
import org.duban.deadline.request.Wish;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** Reads a row of the requests. */
final class RequestRow {

    private RequestRow() {}

    static DeadlineRequest request(ResultSet row, int number) throws SQLException {
        Wish wish = new Wish(
                row.getObject("wanted_on", LocalDate.class), unit(row, "wanted_lead"), units(row, "wanted_units"));
        Stamp resumed = stamp(row, "resumed");
        return new DeadlineRequest(
                row.getLong("id"),
                RequestKind.valueOf(row.getString("kind")),
                RequestState.valueOf(row.getString("state")),
                CaseNo.of(row.getString("case_no")),
                row.getObject("deadline_id", Long.class),
                unit(row, "unit_code"),
                wish,
                row.getString("reason"),
                row.getString("progress"),
                row.getObject("due_on", LocalDate.class),
                cap(row),
                stamp(row, "asked"),
                stamp(row, "signed"),
                decision(row),
                resumed == null ? null : new DeadlineRequest.Resumption(row.getString("resumption_reason"), resumed),
                row.getString("note"),
                at(row, "closed_at"));
    }

    private static Cap cap(ResultSet row) throws SQLException {
        return new Cap(
                row.getInt("nth"),
                row.getObject("total", Integer.class),
                Approver.valueOf(row.getString("approver")),
                row.getObject("max_days", Integer.class),
                row.getString("clause"),
                row.getString("rule"),
                null);
    }

    private static RequestDecision decision(ResultSet row) throws SQLException {
        Stamp stamp = stamp(row, "decided");
        if (stamp == null) {
            return null;
        }
        boolean granted = !row.getString("state").equals(RequestState.REFUSED.name());
        Wish given = new Wish(
                row.getObject("granted_on", LocalDate.class), unit(row, "granted_lead"), units(row, "granted_units"));
        return new RequestDecision(
                granted,
                granted ? given : null,
                row.getString("decision_reason"),
                row.getBoolean("after_expiry"),
                stamp);
    }

    private static Stamp stamp(ResultSet row, String step) throws SQLException {
        String username = row.getString(step + "_by");
        return username == null
                ? null
                : new Stamp(
                        new Actor(username, row.getString(step + "_name"), row.getString(step + "_for")),
                        at(row, step + "_at"));
    }

    private static List<UnitCode> units(ResultSet row, String column) throws SQLException {
        Array codes = row.getArray(column);
        return codes == null
                ? List.of()
                : Arrays.stream((String[]) codes.getArray()).map(UnitCode::of).toList();
    }

    private static UnitCode unit(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : UnitCode.of(code);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
