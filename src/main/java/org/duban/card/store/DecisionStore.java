package org.duban.card.store;

import java.util.List;
import java.util.Optional;
import org.duban.card.CardDecision;
import org.duban.kernel.CaseNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about cards; added once, never changed. */
@Repository
public class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(CaseNo card, CardDecision decision) {
        Columns.stamped(jdbc.sql("""
                        insert into card_decision (card_no, level, kind, outcome, colour, clause, reply_days, reason,
                            by_username, by_name, by_for, at)
                        values (:card, :level, :kind, :outcome, :colour, :clause, :days, :reason,
                            :by, :byName, :byFor, :at)"""), decision.stamp())
                .param("card", card.value())
                .param("level", decision.level())
                .param("kind", decision.kind().name())
                .param("outcome", decision.outcome().name())
                .param("colour", Columns.name(decision.colour()))
                .param("clause", decision.clause())
                .param("days", decision.replyDays())
                .param("reason", decision.reason())
                .update();
    }

    /** In the order they were made. */
    public List<CardDecision> of(CaseNo card) {
        return jdbc.sql("select * from card_decision where card_no = :card order by id")
                .param("card", card.value())
                .query((row, number) -> new CardDecision(
                        row.getInt("level"),
                        CardDecision.Kind.valueOf(row.getString("kind")),
                        CardDecision.Outcome.valueOf(row.getString("outcome")),
                        Columns.colour(row, "colour"),
                        row.getString("clause"),
                        row.getObject("reply_days", Integer.class),
                        row.getString("reason"),
                        Columns.stamp(row)))
                .list();
    }

    /** The last decision of that kind. */
    public Optional<CardDecision> last(CaseNo card, CardDecision.Kind kind) {
        return of(card).stream().filter(decision -> decision.kind() == kind).reduce((earlier, later) -> later);
    }
}
