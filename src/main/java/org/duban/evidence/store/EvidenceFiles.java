package org.duban.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duban.evidence.MediaKind;
import org.duban.evidence.TooLarge;
import org.duban.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bytes on disk, each file once: {@code evidence/ab/cd/<sha256>} below the folder of the installation. A file comes
 * into its place by an atomic move, so that a half-written one is never found there.
 */
@Component
public class EvidenceFiles {

    private static final int BUFFER = 64 * 1024;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Clock clock;

    EvidenceFiles(@Value("${duban.folder}") Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().resolve("evidence");
        this.clock = clock;
    }

    /** A file in its place. */
    public record Kept(String sha256, long size, MediaKind kind, Path path) {}

    /** Writes the stream while hashing it. */
    public Kept keep(InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(MediaKind.HEAD);
        if (head.length == 0) {
            throw new Refusal("file", "文件是空的，请检查后重新选择。");
        }
        MediaKind kind =
                MediaKind.of(head).orElseThrow(() -> new Refusal("file", "只接受" + MediaKind.WORDS + ",请转换格式后重新上传。"));
        Path incoming = Files.createDirectories(folder.resolve("incoming")).resolve(UUID.randomUUID() + ".part");
        try {
            MessageDigest digest = sha256();
            long size = write(head, bytes, incoming, digest);
            String hash = HexFormat.of().formatHex(digest.digest());
            Path place = path(hash);
            Files.createDirectories(place.getParent());
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
            // A file kept again is as good as new to the sweep, also when the row is still to be written.
            Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
            return new Kept(hash, size, kind, place);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /** Where a file of that hash lies. */
    public Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** Tells the hash of every file in its place. */
    public void eachHash(Consumer<String> each) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder, 3)) {
            all.map(file -> file.getFileName().toString())
                    .filter(name -> HASH.matcher(name).matches())
                    .forEach(each);
        }
    }

    /** Deletes a file kept last before that moment; tells whether it did. */
    public boolean deleteOlder(String sha256, Instant before) throws IOException {
        Path file = path(sha256);
        return Files.exists(file)
                && Files.getLastModifiedTime(file).toInstant().isBefore(before)
                && Files.deleteIfExists(file);
    }

    /** Deletes what uploads that broke off before that moment have left. */
    public void deleteBrokenOff(Instant before) throws IOException {
        Path incoming = folder.resolve("incoming");
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (Stream<Path> parts = Files.list(incoming)) {
            for (Path part : parts.toList()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static long write(byte[] head, InputStream rest, Path to, MessageDigest digest) throws IOException {
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            digest.update(head);
            out.write(head);
            long size = head.length;
            byte[] buffer = new byte[BUFFER];
            for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
                size += read;
                if (size > TooLarge.LIMIT) {
                    throw new TooLarge();
                }
                digest.update(ByteBuffer.wrap(buffer, 0, read));
                out.write(buffer, 0, read);
            }
            file.force(true);
            return size;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
