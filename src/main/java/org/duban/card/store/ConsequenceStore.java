package org.duban.card.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.card.Consequence;
import org.duban.card.ConsequenceKind;
import org.duban.card.Stamp;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consequence ledger. */
@Repository
public class ConsequenceStore {

    private final JdbcClient jdbc;

    ConsequenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of a kind for each level of a card; empty when it is there already. */
    public Optional<Consequence> addUnlessThere(Consequence consequence) {
        return jdbc.sql("""
                        insert into card_consequence (card_no, level, unit_code, kind, points, due_on, clause, rule, decided_at)
                        values (:card, :level, :unit, :kind, :points, :dueOn, :clause, :rule, :at)
                        on conflict (card_no, level, kind) do nothing returning *""")
                .param("card", consequence.card().value())
                .param("level", consequence.level())
                .param("unit", consequence.unit().value())
                .param("kind", consequence.kind().name())
                .param("points", consequence.points())
                .param("dueOn", consequence.dueOn())
                .param("clause", consequence.clause())
                .param("rule", consequence.rule())
                .param("at", Columns.utc(consequence.decidedAt()))
                .query(ConsequenceStore::consequence)
                .optional();
    }

    public void done(long id, LocalDate on, String note, Long paper, Stamp stamp) {
        jdbc.sql("""
                        update card_consequence set done_on = :on, note = :note, paper_id = :paper, done_by = :by,
                               done_name = :name, done_for = :for, done_at = :at
                         where id = :id and done_at is null""")
                .param("on", on)
                .param("note", note)
                .param("paper", paper)
                .param("by", stamp.by().username())
                .param("name", stamp.by().name())
                .param("for", stamp.by().onBehalfOf())
                .param("at", Columns.utc(stamp.at()))
                .param("id", id)
                .update();
    }

    /** The card was revoked: what followed from it falls away, done or not. */
    public void fallAway(CaseNo card, Instant at) {
        jdbc.sql("update card_consequence set void_at = :at where card_no = :card and void_at is null")
                .param("at", Columns.utc(at))
                .param("card", card.value())
                .update();
    }

    public List<Consequence> of(CaseNo card) {
        return jdbc.sql("select * from card_consequence where card_no = :card order by id")
                .param("card", card.value())
                .query(ConsequenceStore::consequence)
                .list();
    }

    public Optional<Consequence> byId(long id) {
        return jdbc.sql("select * from card_consequence where id = :id")
                .param("id", id)
                .query(ConsequenceStore::consequence)
                .optional();
    }

    /**
     * A page of the ledger, the newest first.
     *
     * @param unit only that unit's; null for all
     * @param openOnly only what somebody still has to carry out
     * @param before the last id of the page before; null for the first
     */
    public List<Consequence> page(UnitCode unit, boolean openOnly, Long before, int size) {
        return jdbc.sql("select * from card_consequence where id < :before"
                        + (unit == null ? "" : " and unit_code = :unit")
                        + (openOnly ? " and due_on is not null and done_at is null and void_at is null" : "")
                        + " order by id desc limit :size")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("unit", unit == null ? null : unit.value())
                .param("size", size)
                .query(ConsequenceStore::consequence)
                .list();
    }

    static Consequence consequence(ResultSet row, int number) throws SQLException {
        return new Consequence(
                row.getLong("id"),
                CaseNo.of(row.getString("card_no")),
                row.getInt("level"),
                UnitCode.of(row.getString("unit_code")),
                ConsequenceKind.valueOf(row.getString("kind")),
                row.getObject("points", Integer.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("clause"),
                row.getString("rule"),
                Columns.at(row, "decided_at"),
                row.getObject("done_on", LocalDate.class),
                row.getString("note"),
                Columns.stamp(row, "done"),
                row.getObject("paper_id", Long.class),
                Columns.at(row, "void_at"));
    }
}
