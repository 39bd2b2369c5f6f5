package org.duban.petition.publication;

/**
 * A text as numbers are looked for in it, of the same length, so that a place found in it is that place in the text:
 * full-width characters are narrow, all kinds of blanks and dashes are one kind each, and long runs of Chinese digits
 * (一三八零零…) are digits.
 */
final class Shadow {

    private static final String[] SPELT = {"零一二三四五六七八九", "〇幺两叁肆伍陆柒捌玖", "零壹贰叁肆伍陆柒捌玖"};
    private static final String DASHES = "‐‑‒–—―−－﹣ー~～_";
    private static final String BLANKS = "\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff\t";
    private static final String DOTS = "·•・‧∙․．。";
    private static final int SPELT_NUMBER = 7;

    private Shadow() {}

    static String of(String text) {
        StringBuilder shadow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            shadow.append(narrow(text.charAt(i)));
        }
        spelt(shadow);
        return shadow.toString();
    }

    private static char narrow(char c) {
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (BLANKS.indexOf(c) >= 0) {
            return ' ';
        }
        if (DOTS.indexOf(c) >= 0) {
            return c == '。' ? c : '·';
        }
        if (c >= 0xff01 && c <= 0xff5e) {
            return (char) (c - 0xfee0);
        }
        int digit = c < 0x80 ? -1 : Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return c;
    }

    /** Turns runs of at least seven Chinese digits, which no quantity has, into digits. */
    private static void spelt(StringBuilder shadow) {
        int begun = -1;
        int digits = 0;
        for (int i = 0; i <= shadow.length(); i++) {
            char c = i < shadow.length() ? shadow.charAt(i) : '\n';
            if (digit(c) >= 0) {
                begun = begun < 0 ? i : begun;
                digits++;
            } else if (begun < 0 || c != ' ' && c != '-') {
                if (digits >= SPELT_NUMBER) {
                    write(shadow, begun, i);
                }
                begun = -1;
                digits = 0;
            }
        }
    }

    private static void write(StringBuilder shadow, int from, int to) {
        for (int i = from; i < to; i++) {
            int digit = digit(shadow.charAt(i));
            if (digit >= 0) {
                shadow.setCharAt(i, (char) ('0' + digit));
            }
        }
    }

    private static int digit(char c) {
        for (String digits : SPELT) {
            if (digits.indexOf(c) >= 0) {
                return digits.indexOf(c);
            }
        }
        return -1;
    }
}
