package org.duban.journal.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Hashes files as they are now: evidence on the disk, and papers where somebody can give them. */
public final class FileHashes {

    private static final int BUFFER = 64 * 1024;

    private final Function<String, Path> places;
    private final LongFunction<byte[]> papers;

    /** @param places where the file of a hash lies */
    public FileHashes(Function<String, Path> places) {
        this(places, null);
    }

    /**
     * @param places where the file of a hash lies
     * @param papers the file of the paper of that number, null when it is gone
     */
    public FileHashes(Function<String, Path> places, LongFunction<byte[]> papers) {
        this.places = places;
        this.papers = papers;
    }

    boolean hasPapers() {
        return papers != null;
    }

    /** Hash of the paper's file, null when it is not there. */
    String ofPaper(long id) {
        byte[] file = papers.apply(id);
        return file == null
                ? null
                : HexFormat.of().formatHex(Algorithm.HMAC_SHA_256.hash().digest(file));
    }

    /** Hash of the file that should have that hash, null when it is not there. */
    String of(String sha256) {
        Path file = places.apply(sha256);
        if (file == null || !Files.isRegularFile(file)) {
            return null;
        }
        MessageDigest digest = Algorithm.HMAC_SHA_256.hash();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
