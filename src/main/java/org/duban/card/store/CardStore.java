package org.duban.card.store;

import java.util.List;
import java.util.Optional;
import org.duban.card.Card;
import org.duban.card.CardCause;
import org.duban.card.Verdict;
import org.duban.card.Wanted;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cards as they stand. */
@Repository
public class CardStore {

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of that year, without gaps as long as nothing rolls back around it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseNo nextNumber(int year) {
        long serial = jdbc.sql("""
                        insert into case_serial (flow, year, last) values ('HP', :year, 1)
                        on conflict (flow, year) do update set last = case_serial.last + 1 returning last""").param("year", year).query(Long.class).single();
        return CaseNo.card(year, serial);
    }

    /** False while there is an open card for the same task, unit and cause. */
    public boolean addUnlessOpen(Card card) {
        return written(jdbc.sql("""
                        insert into card (no, subject_no, title, unit_code, cause, importance, proposer_kind, proposed_at,
                            state, level, colour, wanted_colour, wanted_clause, wanted_rule, wanted_reply_days,
                            wanted_approver, wanted_demand, reply_due_on, issued_at, closed_at, closing_reason)
                        values (:no, :subject, :title, :unit, :cause, :importance, :proposer, :proposedAt,
                            :state, :level, :colour, :wanted, :clause, :rule, :days,
                            :approver, :demand, :replyDue, :issuedAt, :closedAt, :reason)
                        on conflict (subject_no, unit_code, cause) where closed_at is null do nothing"""), card)
                        .param("subject", card.subject().value())
                        .param("title", card.title())
                        .param("unit", card.unit().value())
                        .param("cause", card.cause().name())
                        .param("importance", card.importance())
                        .param("proposer", card.proposer().name())
                        .param("proposedAt", Columns.utc(card.proposedAt()))
                        .update()
                == 1;
    }

    public void update(Card card) {
        written(jdbc.sql("""
                        update card set state = :state, level = :level, colour = :colour, wanted_colour = :wanted,
                               wanted_clause = :clause, wanted_rule = :rule, wanted_reply_days = :days,
                               wanted_approver = :approver, wanted_demand = :demand, reply_due_on = :replyDue,
                               issued_at = :issuedAt, closed_at = :closedAt, closing_reason = :reason
                         where no = :no"""), card).update();
    }

    private static StatementSpec written(StatementSpec statement, Card card) {
        Wanted wanted = card.wanted();
        Verdict verdict = wanted == null ? null : wanted.verdict();
        return statement
                .param("no", card.no().value())
                .param("state", card.state().name())
                .param("level", card.level())
                .param("colour", Columns.name(card.colour()))
                .param("wanted", verdict == null ? null : verdict.colour().name())
                .param("clause", verdict == null ? null : verdict.clause())
                .param("rule", verdict == null ? null : verdict.rule())
                .param("days", verdict == null ? null : verdict.replyDays())
                .param("approver", verdict == null ? null : verdict.approver())
                .param("demand", wanted == null ? null : wanted.demand())
                .param("replyDue", card.replyDueOn())
                .param("issuedAt", Columns.utc(card.issuedAt()))
                .param("closedAt", Columns.utc(card.closedAt()))
                .param("reason", card.closingReason());
    }

    public Optional<Card> find(CaseNo no) {
        return jdbc.sql("select * from card where no = :no")
                .param("no", no.value())
                .query(CardRow::card)
                .optional();
    }

    /** The card, with everybody else waiting for it until the transaction ends. */
    public Optional<Card> lock(CaseNo no) {
        return jdbc.sql("select * from card where no = :no for update")
                .param("no", no.value())
                .query(CardRow::card)
                .optional();
    }

    /** The open card for a task and cause, locked. */
    public Optional<Card> lockOpen(CaseNo subject, UnitCode unit, CardCause cause) {
        return jdbc.sql("select * from card where subject_no = :subject and unit_code = :unit and cause = :cause"
                        + " and closed_at is null for update")
                .param("subject", subject.value())
                .param("unit", unit.value())
                .param("cause", cause.name())
                .query(CardRow::card)
                .optional();
    }

    /** Every card about a case, in the order they were proposed. */
    public List<Card> of(CaseNo subject) {
        return jdbc.sql("select * from card where subject_no = :subject order by no")
                .param("subject", subject.value())
                .query(CardRow::card)
                .list();
    }
}
