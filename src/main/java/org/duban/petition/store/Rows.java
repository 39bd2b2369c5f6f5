package org.duban.petition.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** Turns column values into the domain's and back. */
@Component("petitionRows")
class Rows {

    private final ObjectMapper json;

    Rows(ObjectMapper json) {
        this.json = json;
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    static UnitCode unit(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : UnitCode.of(code);
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not storable as JSON: " + value.getClass(), e);
        }
    }

    <T> T read(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        try {
            return json.readValue(row.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Column " + column + " does not hold what was stored in it", e);
        }
    }
}
