package org.duban.desk.store;

import java.time.LocalDate;
import java.util.List;
import org.duban.card.CardState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what may lead to cards soon, beside the deadlines: rounds behind schedule once, and answers that are due. */
@Repository
public class ComingCardStore {

    private final JdbcClient db;

    ComingCardStore(JdbcClient db) {
        this.db = db;
    }

    /** A problem that was behind schedule in the last frozen round for the first time in a row. */
    public record Behind(String no, String title, String leadUnit, String round) {}

    /** Problems that would be behind twice running, were they behind again in the round that is open. */
    public List<Behind> behindOnce(String frozenRound, int most) {
        return db.sql("""
                        select p.no, p.title, p.lead_unit
                          from problem p
                         where p.no in (select i.problem_no from round_item i where i.no = :round and i.status = 'BEHIND'
                                           and i.rectification = p.rectification)
                           and p.rectified_at is null and p.struck_off_at is null and p.lead_unit is not null
                           and not exists (select 1 from round_behind_twice t where t.problem_no = p.no and t.no = :round)
                         order by p.lead_unit, p.no limit :most""")
                .param("round", frozenRound)
                .param("most", most)
                .query((row, number) -> new Behind(
                        row.getString("no"), row.getString("title"), row.getString("lead_unit"), frozenRound))
                .list();
    }

    /** A yellow card whose answer is due. */
    public record ReplyDue(String no, String subject, String title, String unit, CardState state, LocalDate dueOn) {}

    /** Yellow cards to be answered by that day, the nearest first. */
    public List<ReplyDue> repliesDue(LocalDate from, LocalDate to, int most) {
        return db.sql("""
                        select no, subject_no, title, unit_code, state, reply_due_on from card
                         where state in ('ISSUED', 'SIGNED') and colour = 'YELLOW' and reply_due_on between :from and :to
                         order by reply_due_on, no limit :most""")
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, number) -> new ReplyDue(
                        row.getString("no"),
                        row.getString("subject_no"),
                        row.getString("title"),
                        row.getString("unit_code"),
                        CardState.valueOf(row.getString("state")),
                        row.getObject("reply_due_on", LocalDate.class)))
                .list();
    }
}
