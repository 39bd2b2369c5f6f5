package org.duban.card.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.duban.card.Card;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.Issue;
import org.duban.card.Verdict;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was issued and what was revoked: rows that stand, so that a count of the past stays what it was. */
@Repository
public class IssueStore {

    private final JdbcClient jdbc;

    IssueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Issue issue) {
        Verdict verdict = issue.verdict();
        Actor by = issue.approved().by();
        jdbc.sql("""
                        insert into card_issue (card_no, level, subject_no, unit_code, cause, colour, clause, rule, reply_days,
                            reply_due_on, issued_on, issued_at, approver, approved_by, approved_name, approved_for,
                            approved_at, paper_id, paper_number)
                        values (:card, :level, :subject, :unit, :cause, :colour, :clause, :rule, :days,
                            :replyDue, :on, :at, :approver, :by, :name, :for, :approvedAt, :paper, :number)""")
                .param("card", issue.card().value())
                .param("level", issue.level())
                .param("subject", issue.subject().value())
                .param("unit", issue.unit().value())
                .param("cause", issue.cause().name())
                .param("colour", verdict.colour().name())
                .param("clause", verdict.clause())
                .param("rule", verdict.rule())
                .param("days", verdict.replyDays())
                .param("replyDue", issue.replyDueOn())
                .param("on", issue.issuedOn())
                .param("at", Columns.utc(issue.issuedAt()))
                .param("approver", verdict.approver())
                .param("by", by.username())
                .param("name", by.name())
                .param("for", by.onBehalfOf())
                .param("approvedAt", Columns.utc(issue.approved().at()))
                .param("paper", issue.paperId())
                .param("number", issue.paperNumber())
                .update();
    }

    /** Both levels of a card, the first one first. */
    public List<Issue> of(CaseNo card) {
        return jdbc.sql("select * from card_issue where card_no = :card order by level")
                .param("card", card.value())
                .query(IssueStore::issue)
                .list();
    }

    /** What was issued to a unit, the newest first. */
    public List<Issue> of(UnitCode unit, int most) {
        return jdbc.sql(
                        "select * from card_issue where unit_code = :unit order by issued_on desc, card_no desc limit :most")
                .param("unit", unit.value())
                .param("most", most)
                .query(IssueStore::issue)
                .list();
    }

    public void revoke(Card card, LocalDate on, String reason) {
        jdbc.sql("insert into card_revocation (card_no, unit_code, colour, revoked_on, reason)"
                        + " values (:card, :unit, :colour, :on, :reason)")
                .param("card", card.no().value())
                .param("unit", card.unit().value())
                .param("colour", card.colour().name())
                .param("on", on)
                .param("reason", reason)
                .update();
    }

    /** Yellow cards issued on that task before, the given card and revoked ones left out. */
    public int yellowsOnTask(CaseNo subject, UnitCode unit, CaseNo except) {
        return jdbc.sql("""
                        select count(*) from card_issue i
                         where i.subject_no = :subject and i.unit_code = :unit and i.colour = 'YELLOW'
                           and i.card_no <> :except
                           and not exists (select 1 from card_revocation r where r.card_no = i.card_no)""")
                .param("subject", subject.value())
                .param("unit", unit.value())
                .param("except", except == null ? "" : except.value())
                .query(Integer.class)
                .single();
    }

    /** What was issued to a unit in these days, both included, less what was not revoked until then. */
    public int issued(UnitCode unit, CardColour colour, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select count(*) from card_issue i
                         where i.unit_code = :unit and i.colour = :colour and i.issued_on between :from and :to
                           and not exists (select 1 from card_revocation r
                                            where r.card_no = i.card_no and r.revoked_on <= :to)""")
                .param("unit", unit.value())
                .param("colour", colour.name())
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                CaseNo.of(row.getString("card_no")),
                row.getInt("level"),
                CaseNo.of(row.getString("subject_no")),
                UnitCode.of(row.getString("unit_code")),
                CardCause.valueOf(row.getString("cause")),
                new Verdict(
                        CardColour.valueOf(row.getString("colour")),
                        row.getInt("reply_days"),
                        row.getString("approver"),
                        row.getString("clause"),
                        row.getString("rule")),
                row.getObject("reply_due_on", LocalDate.class),
                row.getObject("issued_on", LocalDate.class),
                Columns.at(row, "issued_at"),
                Columns.stamp(row, "approved"),
                row.getLong("paper_id"),
                row.getString("paper_number"));
    }
}
