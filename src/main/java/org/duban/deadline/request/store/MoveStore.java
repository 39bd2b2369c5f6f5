package org.duban.deadline.request.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.duban.deadline.DeadlineChange;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.request.DeadlineMove;
import org.duban.deadline.request.MoveFilter;
import org.duban.kernel.CaseNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every change of every deadline, beside the request it was granted on. */
@Repository
public class MoveStore {

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page, the newest first.
     *
     * @param before the last id of the page before; null for the first
     */
    public List<DeadlineMove> page(MoveFilter filter, Long before, int size) {
        String narrowed = (filter.late() ? " and c.after_expiry" : "")
                + (filter.letters() == null ? "" : " and starts_with(d.case_no, :letters)")
                + (filter.caseNo() == null ? "" : " and d.case_no = :case");
        return jdbc.sql("""
                        select c.id, d.case_no, d.kind as deadline_kind, d.name, d.original_due_on, c.kind, c.from_on, c.to_on,
                               c.reason, c.after_expiry, c.by_name, c.changed_at, r.unit_code, r.asked_name, r.asked_at, r.nth
                          from deadline_change c
                          join deadline d on d.id = c.deadline_id
                          left join deadline_request r on r.id = c.request_id
                         where c.id < :before%s
                         order by c.id desc limit :size""".formatted(narrowed))
                .param("letters", filter.letters())
                .param("case", filter.caseNo())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("size", size)
                .query(MoveStore::move)
                .list();
    }

    private static DeadlineMove move(ResultSet row, int number) throws SQLException {
        LedgerKind kind = LedgerKind.valueOf(row.getString("deadline_kind"));
        OffsetDateTime asked = row.getObject("asked_at", OffsetDateTime.class);
        return new DeadlineMove(
                row.getLong("id"),
                CaseNo.of(row.getString("case_no")),
                kind == LedgerKind.TASK ? "办理：" + row.getString("name") : kind.label(),
                row.getObject("original_due_on", LocalDate.class),
                DeadlineChange.Kind.valueOf(row.getString("kind")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("reason"),
                row.getBoolean("after_expiry"),
                row.getString("by_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("unit_code"),
                row.getString("asked_name"),
                asked == null ? null : asked.toInstant(),
                row.getObject("nth", Integer.class));
    }
}
