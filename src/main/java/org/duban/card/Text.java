package org.duban.card;

import org.duban.kernel.Refusal;

/** Checks single fields of a form; each refusal names the field and says what to do. */
final class Text {

    private static final int LONGEST = 4000;

    private Text() {}

    static String required(String field, String value, String word) {
        if (value == null || value.isBlank()) {
            throw new Refusal(field, "请填写" + word + "。");
        }
        return limited(field, value, word);
    }

    /** Null when empty. */
    static String optional(String field, String value, String word) {
        return value == null || value.isBlank() ? null : limited(field, value, word);
    }

    private static String limited(String field, String value, String word) {
        String text = value.strip();
        if (text.length() > LONGEST) {
            throw new Refusal(field, word + "有 " + text.length() + " 字，请缩短到 " + LONGEST + " 字以内。");
        }
        return text;
    }

    static <T> T chosen(String field, T value, String word) {
        if (value == null) {
            throw new Refusal(field, "请选择" + word + "。");
        }
        return value;
    }
}
