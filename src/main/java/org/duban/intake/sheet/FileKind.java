package org.duban.intake.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is, told by its bytes: names lie, and a protected workbook has the same name as an open one. */
enum FileKind {
    XLSX,
    TEXT,
    EMPTY,
    PROTECTED,
    LEGACY_EXCEL,
    WEB_PAGE,
    OTHER;

    private static final int HEAD = 4096;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] WORKBOOK = "Workbook\0".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] BOOK = "Book\0".getBytes(StandardCharsets.UTF_16LE);

    static FileKind of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                return EMPTY;
            }
            if (startsWith(head, ZIP)) {
                return XLSX;
            }
            if (startsWith(head, OLE2)) {
                return compoundFile(file);
            }
            return text(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Office wraps an encrypted workbook into the same container the old .xls used. */
    private static FileKind compoundFile(Path file) throws IOException {
        if (contains(file, ENCRYPTED_PACKAGE)) {
            return PROTECTED;
        }
        return contains(file, WORKBOOK) || contains(file, BOOK) ? LEGACY_EXCEL : OTHER;
    }

    private static FileKind text(byte[] head) {
        if (TextEncoding.hasBom(head)) {
            return TEXT;
        }
        boolean wide = TextEncoding.looksWide(head);
        for (byte b : head) {
            boolean control = b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A;
            if (control && !wide) {
                return OTHER;
            }
        }
        String start =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf") || start.startsWith("{\\rtf")) {
            return OTHER;
        }
        boolean tags = start.startsWith("<html")
                || start.startsWith("<!doctype")
                || start.startsWith("<?xml")
                || start.startsWith("<table")
                || start.startsWith("<meta");
        return tags ? WEB_PAGE : start.isBlank() ? EMPTY : TEXT;
    }

    private static boolean startsWith(byte[] head, byte[] prefix) {
        return head.length >= prefix.length && Arrays.equals(head, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static boolean contains(Path file, byte[] pattern) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if ((byte) b == pattern[matched]) {
                    if (++matched == pattern.length) {
                        return true;
                    }
                } else {
                    matched = (byte) b == pattern[0] ? 1 : 0;
                }
            }
            return false;
        }
    }
}
