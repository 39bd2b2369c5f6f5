package org.duban.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as typed, made comparable. */
final class Text {

    private static final Pattern NOT_A_NAME = Pattern.compile("[\\s\\p{Cf}\\p{IsPunctuation}\\p{Punct}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0\\u3000]+");
    private static final Pattern BRACKETED = Pattern.compile("\\([^()]*\\)");

    private Text() {}

    /** Full width letters, digits and brackets become half width. */
    static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** What is left of a heading or name when width, spaces, line breaks and punctuation are no difference. */
    static String fold(String text) {
        return NOT_A_NAME.matcher(halfWidth(text)).replaceAll("").toLowerCase();
    }

    /** Without remarks in brackets. Width must already be folded. */
    static String withoutBrackets(String halfWidth) {
        return BRACKETED.matcher(halfWidth).replaceAll("");
    }

    /** Running text as it is stored: no invisible characters, no blank margins; wording and width untouched. */
    static String clean(String text) {
        String visible = INVISIBLE
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** A short value that identifies something: half width, no blanks at all. */
    static String key(String text) {
        return SPACES.matcher(halfWidth(clean(text)).replace('\n', ' ')).replaceAll("");
    }

    static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
