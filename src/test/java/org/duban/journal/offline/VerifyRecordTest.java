package org.duban.journal.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duban.journal.VerifierJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as an auditor runs it: its own small jar, a file and a key, in a Java of its own. */
class VerifyRecordTest {

    /** What "abc" hashes to. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String FILE =
            "{\"events\":[{\"data\":{\"id\":\"1\",\"sha256\":\"" + ABC + "\"},\"type\":\"evidence.handedIn\"}]}";

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private Path jar;
    private Path keys;

    @BeforeEach
    void record() throws Exception {
        jar = folder.resolve("duban-verifier.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new VerifierJar().writeTo(out);
        }
        keys = Files.write(folder.resolve("journal.key"), List.of(Keys.line("new"), Keys.line("old")));
        // The first entries were signed with the old key, by the other algorithm.
        KeyRing old = Keys.ring(Algorithm.HMAC_SM3, "old");
        KeyRing now = Keys.ring(Algorithm.HMAC_SHA_256, "new", "old");
        lines.add(RecordLines.begin("case", Instant.EPOCH));
        byte[] prev = Entry.nothingBefore();
        Entry last = null;
        for (int seq = 1; seq <= 6; seq++) {
            last = entry(seq, seq == 6 ? FILE : "{\"events\":[]}", prev, seq < 4 ? old : now);
            prev = last.mac();
            lines.add(RecordLines.of(last));
        }
        lines.add(RecordLines.of(Head.of(last, now.signer())));
        lines.add(RecordLines.end(6));
    }

    private static Entry entry(long seq, String body, byte[] prev, KeyRing keys) {
        return new Entry(
                        "WT2026-000001",
                        seq,
                        Instant.parse("2026-03-02T01:00:00.000001Z"),
                        "clerk350582",
                        "陈晓",
                        null,
                        "tasklist",
                        "node",
                        false,
                        body.getBytes(StandardCharsets.UTF_8),
                        prev,
                        null,
                        keys.algorithm().label(),
                        keys.signing())
                .signed(keys.signer());
    }

    @Test
    void aWholeRecordIsIntactAcrossKeysAndAlgorithms() throws Exception {
        assertThat(verify(0)).contains("完整：6 条记录");
    }

    @Test
    void oneByteIsEnough() throws Exception {
        lines.set(3, lines.get(3).replace("陈晓", "陈晚"));

        assertThat(verify(1)).contains("\"kind\":\"altered\"", "\"seq\":3", "发现 1 处问题");
    }

    @Test
    void linesCutOffAreNoticed() throws Exception {
        assertThat(RecordLines.of(new Leaf("x", 1, new byte[32], 1))).startsWith("{");
        lines.remove(lines.size() - 1);

        assertThat(verify(1)).contains("\"part\":\"export\"", "\"kind\":\"truncated\"");
    }

    @Test
    void withoutTheRightKeyNothingFits() throws Exception {
        Files.write(keys, List.of(Keys.line("other")));

        assertThat(verify(1)).contains("\"kind\":\"altered\"");
    }

    @Test
    void anUnreadableFileIsSaidToBeUnreadable() throws Exception {
        Files.write(keys, List.of("nonsense"));

        assertThat(verify(2)).contains("无法核验");
    }

    @Test
    void aFileIsFoundUnderItsHashWithAnEndingAndOneThatWasReplacedIsNamed() throws Exception {
        Path file =
                Files.writeString(Files.createDirectory(folder.resolve("files")).resolve(ABC + ".pdf"), "abc");
        assertThat(verify(0, file.getParent())).contains("完整：6 条记录");

        Files.writeString(file, "abd");
        assertThat(verify(1, file.getParent())).contains("\"seq\":6", "发现 1 处问题");
    }

    private String verify(int exit) throws Exception {
        return verify(exit, null);
    }

    private String verify(int exit, Path files) throws Exception {
        Path record = Files.write(folder.resolve("record.ndjson"), lines);
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                jar.toString(),
                record.toString(),
                keys.toString()));
        if (files != null) {
            command.add(files.toString());
        }
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isEqualTo(exit);
        return output;
    }
}
