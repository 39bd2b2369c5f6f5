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

/** Hashes files as they are now: evidence on the disk, and papers with the proofs of
 * their service where they are at hand. */
public final class FileHashes {

    private static final int BUFFER = 64 * 1024;

    private final Function<String, Path> places;
    private final LongFunction<byte[]> papers;
    private final Function<String, Path> carried;
    private final boolean sheets;

    /** @param places where the file of a hash lies */
    public FileHashes(Function<String, Path> places) {
        this(places, null, null, false);
    }

    /**
     * @param places where the file of a hash lies
     * @param papers the file of the paper of that number, null when it is gone
     */
    public FileHashes(Function<String, Path> places, LongFunction<byte[]> papers) {
        this(places, papers, null, false);
    }

    private FileHashes(
            Function<String, Path> places,
            LongFunction<byte[]> papers,
            Function<String, Path> carried,
            boolean sheets) {
        this.places = places;
        this.papers = papers;
        this.carried = carried;
        this.sheets = sheets;
    }

    /** Of a dossier, which has its papers and the proofs of their service in a folder of their own. */
    public static FileHashes carried(Function<String, Path> places, Function<String, Path> papers) {
        return new FileHashes(places, null, papers, true);
    }

    /** For another case carried along: the proofs of service belong to the case the dossier is about. */
    FileHashes ofAnother() {
        return new FileHashes(places, papers, carried, false);
    }

    boolean hasPapers() {
        return papers != null || carried != null;
    }

    boolean hasSheets() {
        return sheets;
    }

    /** Hash of the paper's file, null when it is not there. */
    String ofPaper(long id, String sha256) {
        if (papers == null) {
            return of(carried.apply(sha256));
        }
        byte[] file = papers.apply(id);
        return file == null
                ? null
                : HexFormat.of().formatHex(Algorithm.HMAC_SHA_256.hash().digest(file));
    }

    /** Hash of a proof of service, null when it is not there. */
    String ofSheet(String sha256) {
        return of(carried.apply(sha256));
    }

    /** Hash of the file that should have that hash, null when it is not there. */
    String of(String sha256) {
        return of(places.apply(sha256));
    }

    private static String of(Path file) {
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
