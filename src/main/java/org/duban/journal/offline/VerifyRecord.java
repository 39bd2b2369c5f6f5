package org.duban.journal.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks an exported record on any computer with Java, without Duban and without a database:
 * {@code java -jar duban-verifier.jar record.ndjson journal.key [folder of evidence files [folder of papers]]}. Ends with 0 when the record
 * is whole, 1 when it is not, 2 when it cannot be read.
 */
public final class VerifyRecord {

    private VerifyRecord() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length < 2) {
            out.println("用法 / usage: java -jar duban-verifier.jar <记录.ndjson> <密钥文件> [佐证材料目录 [文书目录]]");
            return 2;
        }
        try {
            KeyRing keys = KeyRing.of(Files.readAllLines(Path.of(arguments[1])), Algorithm.HMAC_SHA_256);
            Path folder = arguments.length > 2 ? Path.of(arguments[2]) : null;
            Path papers = arguments.length > 3 ? Path.of(arguments[3]) : null;
            RecordCheck check = new RecordCheck(keys, folder == null ? null : files(folder, papers));
            try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    check.accept(line);
                }
            }
            List<Finding> findings = check.finish();
            findings.forEach(finding -> out.println(CanonicalJson.write(inWords(finding))));
            out.println(
                    findings.isEmpty()
                            ? "完整：" + check.entries() + " 条记录，未发现改动。 / intact"
                            : "不完整：" + check.entries() + " 条记录，发现 " + findings.size() + " 处问题。 / broken");
            return findings.isEmpty() ? 0 : 1;
        } catch (IOException | IllegalArgumentException e) {
            out.println("无法核验，请检查文件 / cannot verify: " + e.getMessage());
            return 2;
        }
    }

    private static FileHashes files(Path folder, Path papers) {
        return papers == null
                ? new FileHashes(hash -> file(folder, hash))
                : FileHashes.carried(hash -> file(folder, hash), hash -> file(papers, hash));
    }

    // Either all in one folder, or in the folders of the office's own store.
    private static Path file(Path folder, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            return null;
        }
        Path flat = folder.resolve(sha256);
        return Files.exists(flat)
                ? flat
                : withEnding(folder, sha256)
                        .orElse(folder.resolve(sha256.substring(0, 2))
                                .resolve(sha256.substring(2, 4))
                                .resolve(sha256));
    }

    // In a dossier a file ends as its kind does, so that a double click opens it.
    private static Optional<Path> withEnding(Path folder, String sha256) {
        return Stream.of(".jpg", ".png", ".webp", ".heic", ".pdf", ".docx", ".html")
                .map(ending -> folder.resolve(sha256 + ending))
                .filter(Files::exists)
                .findFirst();
    }

    /** A finding as the API answers it. */
    public static Map<String, Object> inWords(Finding finding) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("kind", finding.kind().word());
        words.put("case", finding.chain());
        words.put("seq", finding.seq());
        words.put("part", finding.part());
        words.put("label", finding.kind().label());
        words.put("detail", finding.detail());
        return words;
    }
}
