package org.duban.petition.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.duban.petition.Batch;

/** What was published, as one text that is hashed and kept: always the same fields in the same order, empty ones left out. */
public final class PublishedContent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedContent() {}

    static String of(Batch batch, int serial, int version, Change change, String reason, LocalDate on, PublicRow row) {
        ObjectNode content = JSON.createObjectNode();
        content.put("inspection", batch.key().inspection());
        content.put("batch", batch.key().ordinal());
        content.put("serial", serial);
        content.put("version", version);
        content.put("change", change.name());
        put(content, "reason", reason);
        content.put("publishedOn", on.toString());
        content.set("row", row(row));
        return content.toString();
    }

    private static ObjectNode row(PublicRow row) {
        ObjectNode node = JSON.createObjectNode();
        put(node, "no", row.no());
        put(node, "body", row.body());
        put(node, "region", row.region());
        put(node, "problemType", row.problemType());
        ArrayNode types = node.putArray("pollutionTypes");
        row.pollutionTypes().forEach(types::add);
        put(node, "findings", row.findings());
        put(node, "verdict", row.verdict());
        put(node, "goal", row.goal());
        put(node, "handling", row.handling());
        put(node, "outcome", row.outcome());
        put(node, "accountability", row.accountability());
        return node;
    }

    private static void put(ObjectNode node, String field, String text) {
        if (text != null) {
            node.put(field, text);
        }
    }

    /** The line inside a content. */
    public static PublicRow read(String content) {
        try {
            return JSON.treeToValue(JSON.readTree(content).get("row"), PublicRow.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A published content cannot be read", e);
        }
    }

    static String sha256(PublicRow row) {
        return sha256(row(row).toString());
    }

    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
