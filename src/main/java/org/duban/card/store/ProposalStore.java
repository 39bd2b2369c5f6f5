package org.duban.card.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.card.CardColour;
import org.duban.card.CardFacts;
import org.duban.card.Proposal;
import org.duban.card.ProposerKind;
import org.duban.card.Stamp;
import org.duban.card.Verdict;
import org.duban.kernel.CaseNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts brought up for cards; added once, never changed. */
@Repository
public class ProposalStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ProposalStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public boolean known(String factKey) {
        return cardOf(factKey).isPresent();
    }

    /** The card a fact was brought up for; empty when it is new. */
    public Optional<CaseNo> cardOf(String factKey) {
        return jdbc.sql("select card_no from card_proposal where fact_key = :key")
                .param("key", factKey)
                .query(String.class)
                .optional()
                .map(CaseNo::of);
    }

    /** What the open card is about that facts with keys of that beginning were brought up for. */
    public Optional<CaseNo> openSubjectOf(String keys) {
        return jdbc.sql("""
                        select c.subject_no from card_proposal p join card c on c.no = p.card_no
                         where starts_with(p.fact_key, :keys) and c.closed_at is null
                         order by p.id desc limit 1""").param("keys", keys).query(String.class).optional().map(CaseNo::of);
    }

    /** False when the fact was brought up before. */
    public boolean addUnlessKnown(
            CaseNo card,
            int level,
            String factKey,
            CardFacts facts,
            String proposerName,
            String text,
            Verdict verdict,
            Stamp stamp) {
        return Columns.stamped(jdbc.sql("""
                        insert into card_proposal (card_no, level, fact_key, proposer_kind, proposer_name, by_username, by_name,
                            by_for, at, text, facts, colour, clause, rule, reply_days, approver)
                        values (:card, :level, :key, :kind, :proposer, :by, :byName, :byFor, :at, :text,
                            cast(:facts as jsonb), :colour, :clause, :rule, :days, :approver)
                        on conflict (fact_key) do nothing"""), stamp)
                        .param("card", card.value())
                        .param("level", level)
                        .param("key", factKey)
                        .param("kind", facts.proposer().name())
                        .param("proposer", proposerName)
                        .param("text", text)
                        .param("facts", written(facts.asked()))
                        .param("colour", verdict.colour().name())
                        .param("clause", verdict.clause())
                        .param("rule", verdict.rule())
                        .param("days", verdict.replyDays())
                        .param("approver", verdict.approver())
                        .update()
                == 1;
    }

    /** In the order they were brought up. */
    public List<Proposal> of(CaseNo card) {
        return of(List.of(card));
    }

    public List<Proposal> of(Collection<CaseNo> cards) {
        return jdbc.sql("select * from card_proposal where card_no = any (:cards) order by card_no, id")
                .param("cards", cards.stream().map(CaseNo::value).toArray(String[]::new))
                .query(this::proposal)
                .list();
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                CaseNo.of(row.getString("card_no")),
                row.getInt("level"),
                row.getString("fact_key"),
                ProposerKind.valueOf(row.getString("proposer_kind")),
                row.getString("proposer_name"),
                row.getString("text"),
                read(row.getString("facts")),
                new Verdict(
                        CardColour.valueOf(row.getString("colour")),
                        row.getInt("reply_days"),
                        row.getString("approver"),
                        row.getString("clause"),
                        row.getString("rule")),
                Columns.stamp(row));
    }

    private String written(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
