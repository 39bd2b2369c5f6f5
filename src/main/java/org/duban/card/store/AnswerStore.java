package org.duban.card.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.card.Lifting;
import org.duban.card.Objection;
import org.duban.card.Reply;
import org.duban.card.Signature;
import org.duban.card.Stamp;
import org.duban.kernel.CaseNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units hand in: signatures, answers, objections, applications for lifting. */
@Repository
public class AnswerStore {

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void sign(CaseNo card, Signature signature) {
        Columns.stamped(jdbc.sql("""
                        insert into card_signature (card_no, level, note, by_username, by_name, by_for, at)
                        values (:card, :level, :note, :by, :byName, :byFor, :at) on conflict do nothing"""), signature.stamp())
                .param("card", card.value())
                .param("level", signature.level())
                .param("note", signature.note())
                .update();
    }

    public List<Signature> signatures(CaseNo card) {
        return jdbc.sql("select * from card_signature where card_no = :card order by level")
                .param("card", card.value())
                .query((row, number) -> new Signature(row.getInt("level"), row.getString("note"), Columns.stamp(row)))
                .list();
    }

    public boolean signed(CaseNo card, int level) {
        return signatures(card).stream().anyMatch(signature -> signature.level() == level);
    }

    public void reply(CaseNo card, Reply reply) {
        Columns.stamped(jdbc.sql("""
                        insert into card_reply (card_no, level, text, completed_on, task_id, evidence,
                            by_username, by_name, by_for, at)
                        values (:card, :level, :text, :completedOn, :task, :evidence, :by, :byName, :byFor, :at)"""), reply.stamp())
                .param("card", card.value())
                .param("level", reply.level())
                .param("text", reply.text())
                .param("completedOn", reply.completedOn())
                .param("task", reply.taskId())
                .param("evidence", reply.evidence())
                .update();
    }

    public List<Reply> replies(CaseNo card) {
        return jdbc.sql("select * from card_reply where card_no = :card order by id")
                .param("card", card.value())
                .query((row, number) -> new Reply(
                        row.getInt("level"),
                        row.getString("text"),
                        row.getObject("completed_on", LocalDate.class),
                        row.getString("task_id"),
                        row.getInt("evidence"),
                        Columns.stamp(row)))
                .list();
    }

    /** False while another objection to the card is undecided. */
    public boolean object(CaseNo card, int level, String text, Stamp stamp) {
        return Columns.stamped(jdbc.sql("""
                        insert into card_objection (card_no, level, text, by_username, by_name, by_for, at)
                        values (:card, :level, :text, :by, :byName, :byFor, :at)
                        on conflict (card_no) where decided_at is null do nothing"""), stamp)
                        .param("card", card.value())
                        .param("level", level)
                        .param("text", text)
                        .update()
                == 1;
    }

    public void decide(long objection, boolean upheld, String answer, Stamp stamp) {
        jdbc.sql("""
                        update card_objection set upheld = :upheld, answer = :answer, decided_by = :by, decided_name = :name,
                               decided_for = :for, decided_at = :at
                         where id = :id and decided_at is null""")
                .param("upheld", upheld)
                .param("answer", answer)
                .param("by", stamp.by().username())
                .param("name", stamp.by().name())
                .param("for", stamp.by().onBehalfOf())
                .param("at", Columns.utc(stamp.at()))
                .param("id", objection)
                .update();
    }

    public List<Objection> objections(CaseNo card) {
        return jdbc.sql("select * from card_objection where card_no = :card order by id")
                .param("card", card.value())
                .query((row, number) -> new Objection(
                        row.getLong("id"),
                        row.getInt("level"),
                        row.getString("text"),
                        Columns.stamp(row),
                        row.getObject("upheld", Boolean.class),
                        row.getString("answer"),
                        Columns.stamp(row, "decided")))
                .list();
    }

    public void applyForLifting(CaseNo card, String text, String task, int evidence, Stamp stamp) {
        Columns.stamped(jdbc.sql("""
                        insert into card_lifting (card_no, text, task_id, evidence, by_username, by_name, by_for, at)
                        values (:card, :text, :task, :evidence, :by, :byName, :byFor, :at)"""), stamp)
                .param("card", card.value())
                .param("text", text)
                .param("task", task)
                .param("evidence", evidence)
                .update();
    }

    public void visited(long lifting, LocalDate on, String visitors) {
        jdbc.sql("update card_lifting set visited_on = :on, visitors = :visitors where id = :id")
                .param("on", on)
                .param("visitors", visitors)
                .param("id", lifting)
                .update();
    }

    public void lifted(long lifting, long paper, String number, Instant at) {
        jdbc.sql("update card_lifting set paper_id = :paper, paper_number = :number, lifted_at = :at where id = :id")
                .param("paper", paper)
                .param("number", number)
                .param("at", Columns.utc(at))
                .param("id", lifting)
                .update();
    }

    /** The applications for lifting, the latest last. */
    public List<Lifting> liftings(CaseNo card) {
        return jdbc.sql("select * from card_lifting where card_no = :card order by id")
                .param("card", card.value())
                .query(AnswerStore::lifting)
                .list();
    }

    private static Lifting lifting(ResultSet row, int number) throws SQLException {
        return new Lifting(
                row.getLong("id"),
                row.getString("text"),
                row.getString("task_id"),
                row.getInt("evidence"),
                Columns.stamp(row),
                row.getObject("visited_on", LocalDate.class),
                row.getString("visitors"),
                row.getObject("paper_id", Long.class),
                row.getString("paper_number"),
                Columns.at(row, "lifted_at"));
    }
}
