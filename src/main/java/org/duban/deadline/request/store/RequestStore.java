package org.duban.deadline.request.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.request.Approver;
import org.duban.deadline.request.Cap;
import org.duban.deadline.request.DeadlineRequest;
import org.duban.deadline.request.RequestKind;
import org.duban.deadline.request.RequestState;
import org.duban.deadline.request.Stamp;
import org.duban.deadline.request.Wish;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The requests; what was asked never changes, what was answered is added once. */
@Repository
public class RequestStore {

    private static final String UNDECIDED = " state in ('ASKED', 'SIGNED') ";

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a new request says. */
    public record Asked(
            RequestKind kind,
            RequestState state,
            CaseNo caseNo,
            Long deadlineId,
            UnitCode unit,
            Wish wish,
            String reason,
            String progress,
            LocalDate dueOn,
            Cap cap,
            Stamp stamp) {}

    /** The request as added; empty while there is one of its kind for the same deadline. */
    public Optional<DeadlineRequest> addUnlessAlive(Asked asked) {
        Cap cap = asked.cap();
        Wish wish = asked.wish();
        Actor by = asked.stamp().by();
        return jdbc.sql("""
                        insert into deadline_request (kind, state, case_no, deadline_id, unit_code, wanted_on, wanted_lead,
                            wanted_units, reason, progress, due_on, nth, total, approver, max_days, clause, rule,
                            asked_by, asked_name, asked_for, asked_at)
                        values (:kind, :state, :caseNo, :deadline, :unit, :wantedOn, :wantedLead,
                            :wantedUnits, :reason, :progress, :dueOn, :nth, :total, :approver, :maxDays, :clause, :rule,
                            :by, :name, :for, :at)
                        on conflict do nothing returning *""")
                .param("kind", asked.kind().name())
                .param("state", asked.state().name())
                .param("caseNo", asked.caseNo().value())
                .param("deadline", asked.deadlineId())
                .param("unit", code(asked.unit()))
                .param("wantedOn", wish.day())
                .param("wantedLead", code(wish.leadUnit()))
                .param("wantedUnits", codes(wish))
                .param("reason", asked.reason())
                .param("progress", asked.progress())
                .param("dueOn", asked.dueOn())
                .param("nth", cap.nth())
                .param("total", cap.total())
                .param("approver", cap.approver().name())
                .param("maxDays", cap.maxDays())
                .param("clause", cap.clause())
                .param("rule", cap.rule())
                .param("by", by.username())
                .param("name", by.name())
                .param("for", by.onBehalfOf())
                .param("at", RequestRow.utc(asked.stamp().at()))
                .query(RequestRow::request)
                .optional();
    }

    /** Writes what a step made of the request. */
    public void update(DeadlineRequest request) {
        StatementSpec update = jdbc.sql("""
                update deadline_request set state = :state, signed_by = :signedBy, signed_name = :signedName,
                       signed_for = :signedFor, signed_at = :signedAt, granted_on = :grantedOn,
                       granted_lead = :lead, granted_units = :units, decision_reason = :decision,
                       decided_by = :decidedBy, decided_name = :decidedName, decided_for = :decidedFor,
                       decided_at = :decidedAt, after_expiry = :late, resumption_reason = :resumption,
                       resumed_by = :resumedBy, resumed_name = :resumedName, resumed_for = :resumedFor,
                       resumed_at = :resumedAt, note = :note, closed_at = :closedAt
                 where id = :id""");
        var decided = request.decided();
        var early = request.resumption();
        Wish given = decided == null ? null : decided.wish();
        stamp(update, "signed", request.signed());
        stamp(update, "decided", decided == null ? null : decided.stamp());
        stamp(update, "resumed", early == null ? null : early.stamp());
        update.param("state", request.state().name())
                .param("grantedOn", given == null ? null : given.day())
                .param("lead", given == null ? null : code(given.leadUnit()))
                .param("units", given == null ? null : codes(given))
                .param("decision", decided == null ? null : decided.reason())
                .param("late", decided != null && decided.afterExpiry())
                .param("resumption", early == null ? null : early.reason())
                .param("note", request.note())
                .param("closedAt", RequestRow.utc(request.closedAt()))
                .param("id", request.id())
                .update();
    }

    private static void stamp(StatementSpec update, String step, Stamp stamp) {
        update.param(step + "By", stamp == null ? null : stamp.by().username())
                .param(step + "Name", stamp == null ? null : stamp.by().name())
                .param(step + "For", stamp == null ? null : stamp.by().onBehalfOf())
                .param(step + "At", stamp == null ? null : RequestRow.utc(stamp.at()));
    }

    public Optional<DeadlineRequest> byId(long id) {
        return jdbc.sql("select * from deadline_request where id = :id")
                .param("id", id)
                .query(RequestRow::request)
                .optional();
    }

    /** Every request about a case, in the order they were made. */
    public List<DeadlineRequest> of(CaseNo caseNo) {
        return jdbc.sql("select * from deadline_request where case_no = :caseNo order by id")
                .param("caseNo", caseNo.value())
                .query(RequestRow::request)
                .list();
    }

    /** The requests about a deadline that are not done with. */
    public List<DeadlineRequest> alive(long deadline) {
        return jdbc.sql("select * from deadline_request where deadline_id = :id and closed_at is null order by id")
                .param("id", deadline)
                .query(RequestRow::request)
                .list();
    }

    /** How many of the kind were granted before, for the deadline or, without one, for the case. */
    public int granted(RequestKind kind, CaseNo caseNo, Long deadline) {
        return jdbc.sql("select count(*) from deadline_request where case_no = :caseNo and kind = :kind"
                        + " and state = 'GRANTED' and deadline_id is not distinct from cast(:deadline as bigint)")
                .param("caseNo", caseNo.value())
                .param("kind", kind.name())
                .param("deadline", deadline)
                .query(Integer.class)
                .single();
    }

    /**
     * A page of what nobody has decided yet, the oldest first.
     *
     * @param approver only what waits for that approver now; null for all
     * @param after the last id of the page before; 0 for the first
     */
    public List<DeadlineRequest> undecided(Approver approver, long after, int size) {
        String whose = approver == null ? UNDECIDED : " state = 'SIGNED' and approver = :approver ";
        return jdbc.sql("select * from deadline_request where" + whose + "and id > :after order by id limit :size")
                .param("approver", approver == null ? null : approver.name())
                .param("after", after)
                .param("size", size)
                .query(RequestRow::request)
                .list();
    }

    /** How many {@link #undecided} there are, up to {@code most}. */
    public int countUndecided(Approver approver, int most) {
        String whose = approver == null ? UNDECIDED : " state = 'SIGNED' and approver = :approver ";
        return jdbc.sql("select count(*) from (select 1 from deadline_request where" + whose + "limit :most) few")
                .param("approver", approver == null ? null : approver.name())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** What was granted to and refused these units since the beginning of a year. */
    public record Precedents(UnitCode unit, RequestKind kind, int granted, int refused) {}

    public List<Precedents> precedents(Collection<UnitCode> units, int year) {
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(Zones.CITY).toInstant();
        return jdbc.sql("""
                        select unit_code, kind, count(*) filter (where state <> 'REFUSED') as granted,
                               count(*) filter (where state = 'REFUSED') as refused
                          from deadline_request
                         where unit_code = any(:units) and decided_at >= :from group by unit_code, kind""")
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("from", RequestRow.utc(from))
                .query((row, number) -> new Precedents(
                        UnitCode.of(row.getString("unit_code")),
                        RequestKind.valueOf(row.getString("kind")),
                        row.getInt("granted"),
                        row.getInt("refused")))
                .list();
    }

    private static String[] codes(Wish wish) {
        return wish.responsibleUnits().stream().map(UnitCode::value).toArray(String[]::new);
    }

    private static String code(UnitCode unit) {
        return unit == null ? null : unit.value();
    }
}
