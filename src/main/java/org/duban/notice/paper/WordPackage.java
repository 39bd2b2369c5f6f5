package org.duban.notice.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.duban.kernel.Refusal;

/**
 * Opens an uploaded Word file with care: so many parts and so many bytes and no more, no macros, nothing embedded, nothing
 * fetched from elsewhere when somebody opens the paper.
 */
final class WordPackage {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_UNPACKED = 40 * 1024 * 1024;
    private static final int MOST_PARTS = 500;
    private static final String NO_WORD_FILE = "这不是 Word 文件（.docx）。请用 Word 或 WPS 另存为“Word 文档（*.docx）”后再上传。";
    private static final Pattern TEXT =
            Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml");
    private static final Pattern OUTSIDE =
            Pattern.compile("<Relationship\\b[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*>");
    private static final Pattern LINK = Pattern.compile("Type\\s*=\\s*[\"'][^\"']*/hyperlink[\"']");

    private WordPackage() {}

    /** The parts that say something, by name. */
    static Map<String, byte[]> texts(String fileName, byte[] docx) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".docm") || name.endsWith(".dotm")) {
            throw new Refusal("file", "带宏的 Word 文件不能作为模板。请另存为“Word 文档（*.docx）”后再上传。");
        }
        if (docx.length > MOST_BYTES) {
            throw new Refusal("file", "模板文件超过 5 MB，请去掉图片等内容后再上传。");
        }
        if (!name.endsWith(".docx") || docx.length < 4 || docx[0] != 'P' || docx[1] != 'K') {
            throw new Refusal("file", NO_WORD_FILE);
        }
        Map<String, byte[]> texts = new LinkedHashMap<>();
        try {
            read(docx, texts);
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal("file", NO_WORD_FILE);
        }
        if (!texts.containsKey("word/document.xml")) {
            throw new Refusal("file", NO_WORD_FILE);
        }
        return texts;
    }

    private static void read(byte[] docx, Map<String, byte[]> texts) throws IOException {
        long unpacked = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = part(zip, MOST_UNPACKED - unpacked);
                unpacked += bytes.length;
                if (++parts > MOST_PARTS || unpacked >= MOST_UNPACKED) {
                    throw new Refusal("file", "模板文件解开后过大，可能已损坏或不安全，没有接收。");
                }
                check(entry.getName(), bytes);
                if (TEXT.matcher(entry.getName()).matches() && texts.put(entry.getName(), bytes) != null) {
                    throw new IOException("two parts of one name");
                }
            }
        }
    }

    private static byte[] part(ZipInputStream zip, long most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = zip.read(buffer); read >= 0 && bytes.size() < most; read = zip.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    private static void check(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("vbaproject")
                || lower.equals("[content_types].xml") && text(bytes).contains("macroEnabled")) {
            throw new Refusal("file", "模板里有宏，不能使用。请删除宏，另存为“Word 文档（*.docx）”后再上传。");
        }
        if (lower.contains("/embeddings/") || lower.contains("/activex/")) {
            throw new Refusal("file", "模板里嵌有其他文件或控件，请删除后再上传。");
        }
        if (lower.endsWith(".rels")
                && OUTSIDE.matcher(text(bytes)).results().anyMatch(one -> !LINK.matcher(one.group())
                        .find())) {
            throw new Refusal("file", "模板引用了外部的模板或图片，别人打开时会从别处下载。请断开引用后再上传。");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
