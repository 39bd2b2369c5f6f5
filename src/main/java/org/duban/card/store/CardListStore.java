package org.duban.card.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.card.Card;
import org.duban.card.CardCount;
import org.duban.card.CardFilter;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of cards. Pages are found by key, never by offset. */
@Repository
public class CardListStore {

    private static final String DECIDED =
            "state not in ('PROPOSED', 'REVIEWED', 'APPROVED') and (unit_code = :unit or cause = :cause) and no <> :no";

    private final JdbcClient jdbc;

    CardListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, after the card of that number. */
    public List<Card> page(CardFilter filter, CaseNo after, int size) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, values);
        if (after != null) {
            where += " and (proposed_at, no) < (select c.proposed_at, c.no from card c where c.no = :after)";
            values.put("after", after.value());
        }
        values.put("size", size);
        return jdbc.sql("select * from card where " + where + " order by proposed_at desc, no desc limit :size")
                .params(values)
                .query(CardRow::card)
                .list();
    }

    /** How many there are; stops counting at {@code most}. */
    public int count(CardFilter filter, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, values);
        values.put("most", most);
        return jdbc.sql("select count(*) from (select 1 from card where " + where + " limit :most) found")
                .params(values)
                .query(Integer.class)
                .single();
    }

    private static String where(CardFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (filter.visible() != null) {
            conditions.add("level > 0 and unit_code = any (:visible)");
            values.put("visible", codes(filter.visible()));
        }
        if (filter.unit() != null) {
            conditions.add("unit_code = :unit");
            values.put("unit", filter.unit().value());
        }
        if (filter.colour() != null) {
            conditions.add("coalesce(colour, wanted_colour) = :colour");
            values.put("colour", filter.colour().name());
        }
        if (!filter.states().isEmpty()) {
            conditions.add("state = any (:states)");
            values.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.subject() != null) {
            conditions.add("subject_no = :subject");
            values.put("subject", filter.subject().value());
        }
        if (filter.cause() != null) {
            conditions.add("cause = :cause");
            values.put("cause", filter.cause().name());
        }
        if (filter.from() != null) {
            conditions.add("proposed_at >= :from");
            values.put(
                    "from", Columns.utc(filter.from().atStartOfDay(Zones.CITY).toInstant()));
        }
        if (filter.to() != null) {
            conditions.add("proposed_at < :to");
            values.put(
                    "to",
                    Columns.utc(filter.to().plusDays(1).atStartOfDay(Zones.CITY).toInstant()));
        }
        return String.join(" and ", conditions);
    }

    /** What was decided about the same unit or for the same cause. */
    public List<Card> precedents(Card card, int most) {
        return jdbc.sql(
                        "select * from card where " + DECIDED
                                + " order by (unit_code = :unit and cause = :cause) desc, proposed_at desc, no desc limit :most")
                .param("unit", card.unit().value())
                .param("cause", card.cause().name())
                .param("no", card.no().value())
                .param("most", most)
                .query(CardRow::card)
                .list();
    }

    /** From rows that stand: issues, revocations and liftings, each on its own day. */
    public List<CardCount> counts(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select unit_code, count(*) filter (where what = 'YELLOW') as yellow,
                               count(*) filter (where what in ('RED', 'TURNED')) as red,
                               count(*) filter (where what = 'TURNED') as turned,
                               count(*) filter (where what = 'REVOKED') as revoked,
                               count(*) filter (where what = 'LIFTED') as lifted
                          from (select unit_code, case when level = 2 then 'TURNED' else colour end as what
                                  from card_issue where issued_on between :from and :to
                                union all
                                select unit_code, 'REVOKED' from card_revocation where revoked_on between :from and :to
                                union all
                                select c.unit_code, 'LIFTED' from card_lifting l join card c on c.no = l.card_no
                                 where l.lifted_at >= :fromAt and l.lifted_at < :toAt) happened
                         group by unit_code order by unit_code""")
                .param("from", from)
                .param("to", to)
                .param("fromAt", Columns.utc(from.atStartOfDay(Zones.CITY).toInstant()))
                .param(
                        "toAt",
                        Columns.utc(to.plusDays(1).atStartOfDay(Zones.CITY).toInstant()))
                .query((row, number) -> new CardCount(
                        UnitCode.of(row.getString("unit_code")),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        row.getInt("turned"),
                        row.getInt("revoked"),
                        row.getInt("lifted")))
                .list();
    }

    private static String[] codes(Collection<UnitCode> units) {
        return units.stream().map(UnitCode::value).toArray(String[]::new);
    }
}
