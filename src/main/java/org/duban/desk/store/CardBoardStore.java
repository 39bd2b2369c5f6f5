package org.duban.desk.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.CardDecision;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the board of proposals shows beside the proposals: which card it would be, and what led to none. */
@Repository
public class CardBoardStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final String NOT_GRANTED =
            "d.kind in ('REVIEW', 'APPROVAL', 'WITHDRAWAL')" + " and d.outcome in ('DROPPED', 'REFUSED', 'WITHDRAWN')";

    private final JdbcClient db;
    private final ObjectMapper json;

    CardBoardStore(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** How many cards of the wanted colour went before: to the unit this year, and on this task ever. */
    public record Before(int ofUnit, int onTask) {}

    public Map<CaseNo, Before> before(Collection<CaseNo> cards, LocalDate yearFrom) {
        Map<CaseNo, Before> counted = new HashMap<>();
        db.sql("""
                        select c.no,
                               (select count(*) from card_issue i where i.unit_code = c.unit_code
                                   and i.colour = c.wanted_colour and i.issued_on >= :from and not exists
                                   (select 1 from card_revocation r where r.card_no = i.card_no)) as of_unit,
                               (select count(*) from card_issue i where i.subject_no = c.subject_no
                                   and i.unit_code = c.unit_code and i.colour = c.wanted_colour and not exists
                                   (select 1 from card_revocation r where r.card_no = i.card_no)) as on_task
                          from card c where c.no = any (:cards)""")
                .param("from", yearFrom)
                .param("cards", cards.stream().map(CaseNo::value).toArray(String[]::new))
                .query(row -> {
                    counted.put(
                            CaseNo.of(row.getString("no")), new Before(row.getInt("of_unit"), row.getInt("on_task")));
                });
        return counted;
    }

    /** How many wait in each of these states. */
    public Map<String, Integer> waiting() {
        Map<String, Integer> counts = new HashMap<>();
        db.sql("select state, count(*) as cards from card"
                        + " where state in ('PROPOSED', 'REVIEWED', 'APPROVED') group by state")
                .query(row -> {
                    counts.put(row.getString("state"), row.getInt("cards"));
                });
        return counts;
    }

    /**
     * A proposal that led to no card, or to no red one.
     *
     * @param level 2 where a yellow card was not turned red
     * @param fact the last fact brought up for that level, {@code facts} what the rules looked at, {@code rule} the row
     */
    public record NotGranted(
            long id,
            String no,
            String subject,
            String title,
            String unit,
            CardCause cause,
            int level,
            CardColour colour,
            CardDecision.Kind kind,
            CardDecision.Outcome outcome,
            String clause,
            String reason,
            String by,
            Instant at,
            String fact,
            Map<String, Object> facts,
            String rule) {}

    /** The newest first. */
    public List<NotGranted> notGranted(UnitCode unit, long before, int size) {
        return db.sql("""
                        select d.id, d.card_no, d.level, d.colour, d.kind, d.outcome, d.clause, d.reason, d.by_name, d.at,
                               c.subject_no, c.title, c.unit_code, c.cause, p.text, p.facts, p.rule
                          from card_decision d join card c on c.no = d.card_no
                          left join lateral (select q.text, q.facts, q.rule from card_proposal q
                                              where q.card_no = d.card_no and q.level = d.level and q.at <= d.at
                                              order by q.id desc limit 1) p on true
                         where d.id < :before and\s""" + NOT_GRANTED + (unit == null ? "" : " and c.unit_code = :unit")
                        + " order by d.id desc limit :size")
                .param("before", before)
                .param("unit", unit == null ? null : unit.value())
                .param("size", size)
                .query(this::notGranted)
                .list();
    }

    public int countNotGranted(int most) {
        return db.sql("select count(*) from (select 1 from card_decision d where " + NOT_GRANTED
                        + " limit :most) found")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private NotGranted notGranted(ResultSet row, int number) throws SQLException {
        return new NotGranted(
                row.getLong("id"),
                row.getString("card_no"),
                row.getString("subject_no"),
                row.getString("title"),
                row.getString("unit_code"),
                Columns.word(row, "cause", CardCause.class),
                row.getInt("level"),
                Columns.word(row, "colour", CardColour.class),
                Columns.word(row, "kind", CardDecision.Kind.class),
                Columns.word(row, "outcome", CardDecision.Outcome.class),
                row.getString("clause"),
                row.getString("reason"),
                row.getString("by_name"),
                Columns.instant(row, "at"),
                row.getString("text"),
                facts(row.getString("facts")),
                row.getString("rule"));
    }

    private Map<String, Object> facts(String written) {
        try {
            return written == null ? Map.of() : json.readValue(written, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
