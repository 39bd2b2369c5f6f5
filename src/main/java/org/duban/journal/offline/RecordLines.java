package org.duban.journal.offline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an export: one JSON object each, hashes as lower-case hex. */
public final class RecordLines {

    private static final HexFormat HEX = HexFormat.of();

    private RecordLines() {}

    /** First line: what follows. */
    public static String begin(String scope, Instant at) {
        Map<String, Object> line = line("record");
        line.put("version", 1);
        line.put("scope", scope);
        line.put("at", at.toString());
        return CanonicalJson.write(line);
    }

    /** Last line; an export without it was cut off. */
    public static String end(long entries) {
        Map<String, Object> line = line("end");
        line.put("entries", entries);
        return CanonicalJson.write(line);
    }

    public static String of(Entry entry) {
        Map<String, Object> line = line("entry");
        line.put("chain", entry.chain());
        line.put("seq", entry.seq());
        line.put("at", entry.at().toString());
        line.put("actor", entry.actor());
        line.put("actorName", entry.actorName());
        line.put("onBehalfOf", entry.onBehalfOf());
        line.put("channel", entry.channel());
        line.put("node", entry.node());
        line.put("intervention", entry.intervention());
        line.put("body", new String(entry.body(), StandardCharsets.UTF_8));
        line.put("prev", HEX.formatHex(entry.prev()));
        return signed(line, entry.mac(), entry.algorithm(), entry.keyId());
    }

    public static String of(Head head) {
        Map<String, Object> line = line("head");
        line.put("chain", head.chain());
        line.put("seq", head.seq());
        line.put("prev", HEX.formatHex(head.prev()));
        line.put("proof", HEX.formatHex(head.proof()));
        return signed(line, head.mac(), head.algorithm(), head.keyId());
    }

    public static String of(Leaf leaf) {
        Map<String, Object> line = line("leaf");
        line.put("chain", leaf.chain());
        line.put("seq", leaf.seq());
        line.put("mac", HEX.formatHex(leaf.mac()));
        line.put("seal", leaf.seal());
        return CanonicalJson.write(line);
    }

    public static String of(Seal seal) {
        Map<String, Object> line = line("seal");
        line.put("no", seal.no());
        line.put("slot", seal.slot());
        line.put("at", seal.at().toString());
        line.put("sealedBy", seal.sealedBy());
        line.put("chains", seal.chains());
        line.put("root", HEX.formatHex(seal.root()));
        line.put("prev", HEX.formatHex(seal.prev()));
        return signed(line, seal.mac(), seal.algorithm(), seal.keyId());
    }

    /** How one chain's newest leaf leads to the root of the last seal. */
    public static String path(Leaf leaf, long index, List<byte[]> path) {
        Map<String, Object> line = line("path");
        line.put("chain", leaf.chain());
        line.put("seq", leaf.seq());
        line.put("mac", HEX.formatHex(leaf.mac()));
        line.put("seal", leaf.seal());
        line.put("index", index);
        line.put("path", path.stream().map(HEX::formatHex).toList());
        return CanonicalJson.write(line);
    }

    private static Map<String, Object> line(String type) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        return line;
    }

    private static String signed(Map<String, Object> line, byte[] mac, String algorithm, String key) {
        line.put("mac", HEX.formatHex(mac));
        line.put("algorithm", algorithm);
        line.put("keyId", key);
        return CanonicalJson.write(line);
    }

    /** A seal from the line written of it. */
    public static Seal keptSeal(String line) {
        return seal(JsonReader.object(line));
    }

    static Entry entry(Map<String, Object> line) {
        return new Entry(
                text(line, "chain"),
                number(line, "seq"),
                Instant.parse(text(line, "at")),
                text(line, "actor"),
                text(line, "actorName"),
                text(line, "onBehalfOf"),
                text(line, "channel"),
                text(line, "node"),
                Boolean.TRUE.equals(line.get("intervention")),
                text(line, "body").getBytes(StandardCharsets.UTF_8),
                bytes(line, "prev"),
                bytes(line, "mac"),
                text(line, "algorithm"),
                text(line, "keyId"));
    }

    static Head head(Map<String, Object> line) {
        return new Head(
                text(line, "chain"),
                number(line, "seq"),
                bytes(line, "mac"),
                bytes(line, "prev"),
                bytes(line, "proof"),
                text(line, "algorithm"),
                text(line, "keyId"));
    }

    static Leaf leaf(Map<String, Object> line) {
        return new Leaf(text(line, "chain"), number(line, "seq"), bytes(line, "mac"), number(line, "seal"));
    }

    static Seal seal(Map<String, Object> line) {
        return new Seal(
                number(line, "no"),
                text(line, "slot"),
                Instant.parse(text(line, "at")),
                text(line, "sealedBy"),
                number(line, "chains"),
                bytes(line, "root"),
                bytes(line, "prev"),
                bytes(line, "mac"),
                text(line, "algorithm"),
                text(line, "keyId"));
    }

    static List<byte[]> path(Map<String, Object> line) {
        return ((List<?>) line.get("path"))
                .stream().map(hash -> HEX.parseHex(String.valueOf(hash))).toList();
    }

    static String text(Map<String, Object> line, String name) {
        return (String) line.get(name);
    }

    static long number(Map<String, Object> line, String name) {
        // Numbers a double cannot hold are written as text.
        Object value = line.get(name);
        return value instanceof Number number ? number.longValue() : Long.parseLong((String) value);
    }

    private static byte[] bytes(Map<String, Object> line, String name) {
        return HEX.parseHex(text(line, name));
    }
}
