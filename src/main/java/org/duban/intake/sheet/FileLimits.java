package org.duban.intake.sheet;

/**
 * What an XLSX may unfold to before it is taken for a bomb.
 *
 * @param entries parts in the archive
 * @param inflatedBytes all parts together
 * @param sharedTextBytes the shared strings alone, which a reader keeps in memory
 * @param ratio inflated to packed size of one part, judged once the part exceeds 16 MB
 * @param runBytes longest stretch without a tag: one cell's text, or an attribute
 */
public record FileLimits(int entries, long inflatedBytes, long sharedTextBytes, int ratio, int runBytes) {

    public static final FileLimits DEFAULT = new FileLimits(4_000, 1L << 30, 200L << 20, 200, 1 << 20);
}
