package org.duban.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of file taken as evidence, told by their first bytes: neither the name nor what the browser says is
 * believed.
 */
public enum MediaKind {
    JPEG("image/jpeg", true),
    PNG("image/png", true),
    WEBP("image/webp", true),
    HEIC("image/heic", false),
    PDF("application/pdf", false);

    /** How many bytes {@link #of} needs to see. */
    public static final int HEAD = 16;

    /** The kinds in words, for a refusal. */
    public static final String WORDS = "照片(JPG、PNG、WebP、HEIC)和 PDF 文件";

    // Brands of ISO/IEC 23008-12 (HEIF) that phones write for still pictures.
    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private final String mediaType;
    private final boolean shown;

    MediaKind(String mediaType, boolean shown) {
        this.mediaType = mediaType;
        this.shown = shown;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether browsers show it in a page; the others are offered for download. */
    public boolean shown() {
        return shown;
    }

    public static MediaKind ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a kind of evidence: " + mediaType));
    }

    /** The kind of a file that starts with these bytes, empty when it is none of them. */
    public static Optional<MediaKind> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (text.startsWith("ftyp", 4) && text.length() >= 12 && HEIF_BRANDS.contains(text.substring(8, 12))) {
            return Optional.of(HEIC);
        }
        if (text.startsWith("%PDF-")) {
            return Optional.of(PDF);
        }
        return Optional.empty();
    }
}
