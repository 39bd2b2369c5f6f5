package org.duban.petition.publication;

/**
 * One place in a text that is proposed to be hidden: {@code text.substring(start, end)} becomes {@code replacement}.
 *
 * @param confidence from 0 to 1, how sure the proposal is
 */
public record Mask(MaskKind kind, int start, int end, double confidence, String replacement) {

    boolean overlaps(Mask other) {
        return start < other.end && other.start < end;
    }

    String original(String text) {
        return text.substring(start, end);
    }
}
