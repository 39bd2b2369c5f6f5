package org.duban.journal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on and knows afterwards how many they were and what they hash to; closing it leaves the target open. */
public final class MeasuredStream extends FilterOutputStream {

    private final MessageDigest hash;
    private long bytes;

    public MeasuredStream(OutputStream out) {
        super(out);
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        hash.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        hash.update(some, from, length);
        bytes += length;
    }

    // Whoever writes a workbook closes it; the answer goes on until the export is recorded.
    @Override
    public void close() throws IOException {
        flush();
    }

    public long bytes() {
        return bytes;
    }

    /** Ask once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(hash.digest());
    }
}
