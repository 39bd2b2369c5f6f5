package org.duban.journal.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Function;

/** Hashes evidence files as they lie on the disk now. */
public final class FileHashes {

    private static final int BUFFER = 64 * 1024;

    private final Function<String, Path> places;

    /** @param places where the file of a hash lies */
    public FileHashes(Function<String, Path> places) {
        this.places = places;
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
