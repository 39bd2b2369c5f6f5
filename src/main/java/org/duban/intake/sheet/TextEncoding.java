package org.duban.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the encoding of a text file: a byte order mark decides, else the first encoding the whole file is valid in. */
final class TextEncoding {

    /** Covers GBK and GB2312, which Excel writes on a Chinese Windows. */
    static final Charset GB18030 = Charset.forName("GB18030");

    private TextEncoding() {}

    static Charset of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (looksWide(head)) {
            return zeros(head, 1) >= zeros(head, 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        for (Charset candidate : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            if (isValid(file, candidate)) {
                return candidate;
            }
        }
        throw new UnreadableFile("文件的文字编码无法识别。请用 Excel 或 WPS 打开,另存为“CSV UTF-8”或 .xlsx 后再上传。");
    }

    static boolean hasBom(byte[] head) {
        return startsWith(head, 0xEF, 0xBB, 0xBF) || startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF);
    }

    /** Every second byte often zero: UTF-16 without its mark. Separators and digits are enough to show it. */
    static boolean looksWide(byte[] head) {
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        return head.length >= 8 && Math.max(even, odd) > head.length / 16 && Math.min(even, odd) == 0;
    }

    private static int zeros(byte[] head, int offset) {
        int count = 0;
        for (int i = offset; i < head.length; i += 2) {
            if (head[i] == 0) {
                count++;
            }
        }
        return count;
    }

    private static boolean startsWith(byte[] head, int... prefix) {
        if (head.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((head[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValid(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean last = read < 0;
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                CoderResult result = decoder.decode(bytes, chars.clear(), last);
                while (result.isOverflow()) {
                    result = decoder.decode(bytes, chars.clear(), last);
                }
                if (result.isError()) {
                    return false;
                }
                if (last) {
                    return true;
                }
                bytes.compact();
            }
        }
    }
}
