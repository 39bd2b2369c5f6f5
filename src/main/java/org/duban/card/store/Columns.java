package org.duban.card.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.duban.card.CardColour;
import org.duban.card.Stamp;
import org.duban.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the stores of cards have in common: moments, persons, colours. */
final class Columns {

    private Columns() {}

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static CardColour colour(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : CardColour.valueOf(name);
    }

    static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** The columns {@code by_username, by_name, by_for, at}. */
    static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(
                new Actor(row.getString("by_username"), row.getString("by_name"), row.getString("by_for")),
                at(row, "at"));
    }

    /** The columns {@code x_by, x_name, x_for, x_at}; null while empty. */
    static Stamp stamp(ResultSet row, String step) throws SQLException {
        String username = row.getString(step + "_by");
        return username == null
                ? null
                : new Stamp(
                        new Actor(username, row.getString(step + "_name"), row.getString(step + "_for")),
                        at(row, step + "_at"));
    }

    static StatementSpec stamped(StatementSpec statement, Stamp stamp) {
        return statement
                .param("by", stamp.by().username())
                .param("byName", stamp.by().name())
                .param("byFor", stamp.by().onBehalfOf())
                .param("at", utc(stamp.at()));
    }
}
