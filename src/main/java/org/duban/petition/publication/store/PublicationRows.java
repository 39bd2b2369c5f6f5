package org.duban.petition.publication.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.Outcome;
import org.duban.petition.publication.Change;
import org.duban.petition.publication.Draft;
import org.duban.petition.publication.Live;
import org.duban.petition.publication.Part;
import org.duban.petition.publication.PublicBatch;
import org.duban.petition.publication.PublicText;
import org.duban.petition.publication.PublishedContent;
import org.duban.petition.publication.Signature;
import org.duban.petition.publication.TableLayout;
import org.duban.petition.publication.Version;
import org.springframework.stereotype.Component;

/** Turns rows of publication tables into the domain's. */
@Component
class PublicationRows {

    private static final TypeReference<EnumMap<Part, String>> PARTS = new TypeReference<>() {};

    private final ObjectMapper json;

    PublicationRows(ObjectMapper json) {
        this.json = json;
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    String write(PublicText text) {
        try {
            return json.writeValueAsString(new EnumMap<>(withAll(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Part, String> withAll(PublicText text) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        parts.putAll(text.parts());
        return parts;
    }

    Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                CaseNo.of(row.getString("no")),
                row.getLong("batch_id"),
                Draft.Step.valueOf(row.getString("step")),
                Live.valueOf(row.getString("live")),
                Change.valueOf(row.getString("change")),
                row.getString("reason"),
                row.getString("note"),
                text(row, "text"),
                text(row, "source"),
                Set.of((String[]) row.getArray("kept").getArray()),
                instant(row, "basis"),
                Outcome.valueOf(row.getString("outcome")),
                signature(row, "confirmed"),
                row.getInt("versions"),
                row.getInt("version"));
    }

    static Version version(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return new Version(
                CaseNo.of(row.getString("no")),
                row.getInt("version"),
                row.getLong("batch_id"),
                row.getInt("serial"),
                Change.valueOf(row.getString("change")),
                row.getString("reason"),
                row.getObject("section_on", LocalDate.class),
                PublishedContent.read(content),
                content,
                row.getString("sha256"),
                signature(row, "confirmed"),
                signature(row, "released"));
    }

    static PublicBatch batch(ResultSet row) throws SQLException {
        return new PublicBatch(
                row.getLong("batch_id"),
                TableLayout.valueOf(row.getString("layout")),
                row.getString("token"),
                row.getObject("first_on", LocalDate.class),
                instant(row, "last_at"));
    }

    private PublicText text(ResultSet row, String column) throws SQLException {
        try {
            return new PublicText(json.readValue(row.getString(column), PARTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Column " + column + " does not hold what was stored in it", e);
        }
    }

    static Signature signature(ResultSet row, String what) throws SQLException {
        String username = row.getString(what + "_by");
        return username == null
                ? null
                : new Signature(
                        new Actor(username, row.getString(what + "_name"), row.getString(what + "_for")),
                        instant(row, what + "_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
