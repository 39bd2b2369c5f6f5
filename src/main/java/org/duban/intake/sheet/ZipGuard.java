package org.duban.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unfolds every XML part once and throws the bytes away, before any parser sees the archive. Sizes written in an archive
 * can lie, so they are counted.
 */
final class ZipGuard {

    private static final long RATIO_MATTERS_FROM = 16L << 20;

    private final FileLimits limits;
    private long inflated;

    private ZipGuard(FileLimits limits) {
        this.limits = limits;
    }

    /** @throws UnreadableFile when the archive is damaged, is no workbook, or unfolds beyond the limits */
    static void check(Path file, FileLimits limits) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new ZipGuard(limits).check(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw UnreadableFile.corrupt(e);
        }
    }

    private void check(ZipFile zip) throws IOException {
        if (zip.size() > limits.entries()) {
            throw bomb();
        }
        if (zip.getEntry("[Content_Types].xml") == null
                || zip.stream().noneMatch(entry -> entry.getName().startsWith("xl/"))) {
            throw new UnreadableFile("压缩包里没有 Excel 工作簿。只能导入 .xlsx 或 .csv 文件，不要上传 .zip、.docx 等文件。");
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                unfold(zip, entry, name.endsWith("sharedstrings.xml") ? limits.sharedTextBytes() : Long.MAX_VALUE);
            }
        }
    }

    private void unfold(ZipFile zip, ZipEntry entry, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int run = 0;
        long packed = Math.max(1, entry.getCompressedSize());
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                inflated += read;
                run = longestRun(buffer, read, run);
                boolean tooDense = size > RATIO_MATTERS_FROM && size / packed > limits.ratio();
                if (inflated > limits.inflatedBytes() || size > most || tooDense || run > limits.runBytes()) {
                    throw bomb();
                }
            }
        }
    }

    /** Bytes since the last tag began; returns early with a value above the limit if one stretch within is too long. */
    private int longestRun(byte[] buffer, int length, int before) {
        int run = before;
        for (int i = 0; i < length; i++) {
            run = buffer[i] == '<' ? 0 : run + 1;
            if (run > limits.runBytes()) {
                return run;
            }
        }
        return run;
    }

    private static UnreadableFile bomb() {
        return new UnreadableFile("文件解压后过大，疑似异常文件，已停止读取。请把内容复制到新建的工作簿中，另存为 .xlsx 后再上传；行数很多时请分成几个文件。");
    }
}
