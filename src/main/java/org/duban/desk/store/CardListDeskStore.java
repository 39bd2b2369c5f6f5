package org.duban.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.desk.card.CardListFilter;
import org.duban.desk.card.CardListRow;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the list of issued cards. Rights are one of its conditions, so that no row of others leaves the database. */
@Repository
public class CardListDeskStore {

    private static final int FETCH = 500;

    private static final String SELECT = """
            select c.*, (extract(epoch from c.issued_at) * 1000000)::bigint as micros,
                   (select string_agg(i.paper_number, '、' order by i.level) from card_issue i where i.card_no = c.no) as papers,
                   (select sum(q.points)::int from card_consequence q where q.card_no = c.no and q.void_at is null) as points
              from card c where\s""";

    private static final String FOUND = """
            c.no in (select s.no from card s where search_pairs(card_search_text(s.no, s.subject_no, s.title))
                        @> search_pairs(:text) and card_search_text(s.no, s.subject_no, s.title) like :like
                      union all
                     select i.card_no from card_issue i where search_pairs(lower(normalize(i.paper_number, NFKC)))
                        @> search_pairs(:text) and lower(normalize(i.paper_number, NFKC)) like :like)""";

    private final JdbcClient db;
    private final JdbcClient rowByRow;

    CardListDeskStore(JdbcClient db, DataSource dataSource) {
        this.db = db;
        JdbcTemplate fetching = new JdbcTemplate(dataSource);
        fetching.setFetchSize(FETCH);
        this.rowByRow = JdbcClient.create(fetching);
    }

    /**
     * Up to {@code size} rows.
     *
     * @param visible units whose cards may be seen; null for all
     * @param afterMicros and {@code afterNo}: where the page before ended; {@code afterNo} null for the first
     */
    public List<CardListRow> page(
            CardListFilter filter, Set<UnitCode> visible, LocalDate today, long afterMicros, String afterNo, int size) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, visible, today, values);
        if (afterNo != null) {
            where += " and (c.issued_at, c.no) " + (filter.oldest() ? ">" : "<") + " (:afterAt, :afterNo)";
            values.put("afterAt", instant(afterMicros).atOffset(ZoneOffset.UTC));
            values.put("afterNo", afterNo);
        }
        values.put("size", size);
        return db.sql(SELECT + where + order(filter) + " limit :size")
                .params(values)
                .query(CardListDeskStore::row)
                .list();
    }

    /** How many there are; stops counting at {@code most}. */
    public int count(CardListFilter filter, Set<UnitCode> visible, LocalDate today, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, visible, today, values);
        values.put("most", most);
        return db.sql("select count(*) from (select 1 from card c where " + where + " limit :most) found")
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** Hands over row by row; needs a transaction around it, or the driver reads everything at once. */
    public void stream(
            CardListFilter filter, Set<UnitCode> visible, LocalDate today, int most, Consumer<CardListRow> each) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, visible, today, values);
        values.put("most", most);
        rowByRow.sql(SELECT + where + order(filter) + " limit :most")
                .params(values)
                .query(row -> {
                    each.accept(row(row, 0));
                });
    }

    /** The colour in force of each of these cases that has a card; the graver one where it has several. */
    public Map<String, CardColour> coloursOf(Collection<String> subjects) {
        Map<String, CardColour> colours = new HashMap<>();
        db.sql("select subject_no, min(colour) as colour from card"
                        + " where subject_no = any (:subjects) and level > 0 and closed_at is null group by subject_no")
                .param("subjects", subjects.toArray(String[]::new))
                .query(row -> {
                    // RED comes before YELLOW in the alphabet too.
                    colours.put(row.getString("subject_no"), CardColour.valueOf(row.getString("colour")));
                });
        return colours;
    }

    private static String order(CardListFilter filter) {
        return filter.oldest() ? " order by c.issued_at, c.no" : " order by c.issued_at desc, c.no desc";
    }

    private static String where(
            CardListFilter filter, Set<UnitCode> visible, LocalDate today, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of("c.level > 0"));
        if (filter.tab() != null) {
            conditions.add(
                    switch (filter.tab()) {
                        case IN_FORCE -> "c.closed_at is null";
                        case LIFTED -> "c.state = 'LIFTED'";
                        case REVOKED -> "c.state = 'REVOKED'";
                        default -> throw new IllegalArgumentException(filter.tab() + " is no list of issued cards");
                    });
        }
        if (visible != null) {
            conditions.add("c.unit_code = any (:visible)");
            values.put("visible", visible.stream().map(UnitCode::value).toArray(String[]::new));
        }
        if (filter.unit() != null) {
            conditions.add("c.unit_code = :unit");
            values.put("unit", filter.unit().value());
        }
        if (filter.colour() != null) {
            conditions.add("c.colour = :colour");
            values.put("colour", filter.colour().name());
        }
        if (filter.state() != null) {
            conditions.add("c.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.age() != null) {
            conditions.add("c.issued_at < :agedAt");
            values.put("agedAt", startOf(today.minusDays(filter.age() - 1L)));
        }
        if (filter.from() != null) {
            conditions.add("c.issued_at >= :from");
            values.put("from", startOf(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("c.issued_at < :to");
            values.put("to", startOf(filter.to().plusDays(1)));
        }
        if (filter.text() != null) {
            conditions.add(FOUND);
            values.put("text", filter.text());
            values.put("like", "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return String.join(" and ", conditions);
    }

    private static Object startOf(LocalDate day) {
        return day.atStartOfDay(Zones.CITY).toOffsetDateTime();
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    private static CardListRow row(ResultSet row, int number) throws SQLException {
        return new CardListRow(
                row.getString("no"),
                row.getString("subject_no"),
                row.getString("title"),
                row.getString("unit_code"),
                Columns.word(row, "cause", CardCause.class),
                Columns.word(row, "state", CardState.class),
                Columns.word(row, "colour", CardColour.class),
                row.getInt("level") > 1,
                row.getObject("reply_due_on", LocalDate.class),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "closed_at"),
                row.getString("papers"),
                row.getObject("points", Integer.class),
                row.getLong("micros"));
    }
}
