package org.duban.petition;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Checks single fields of a form; each refusal names the field and says what to do. */
@Component("petitionFields")
class Fields {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_COMBINED = 16_000;

    private final Units units;

    Fields(Units units) {
        this.units = units;
    }

    static String text(String field, String value, String word) {
        if (value == null || value.isBlank()) {
            throw new Refusal(field, "请填写" + word + "。");
        }
        return limited(field, value, word);
    }

    /** Null when empty. */
    static String optional(String field, String value, String word) {
        return value == null || value.isBlank() ? null : limited(field, value, word);
    }

    /** A text put together from several, which may be longer than one officer's. */
    static String longText(String field, String value, String word) {
        if (value == null || value.isBlank()) {
            throw new Refusal(field, "请填写" + word + "。");
        }
        return limited(field, value, word, LONGEST_COMBINED);
    }

    private static String limited(String field, String value, String word) {
        return limited(field, value, word, LONGEST_TEXT);
    }

    private static String limited(String field, String value, String word, int longest) {
        String text = value.strip();
        if (text.length() > longest) {
            throw new Refusal(field, word + "有 " + text.length() + " 字，请缩短到 " + longest + " 字以内。");
        }
        return text;
    }

    static <T> T chosen(String field, T value, String word) {
        if (value == null) {
            throw new Refusal(field, "请选择" + word + "。");
        }
        return value;
    }

    static LocalDate notAfter(LocalDate today, String field, LocalDate day, String word) {
        if (day == null) {
            throw new Refusal(field, "请填写" + word + "。");
        }
        if (day.isAfter(today)) {
            throw new Refusal(field, word + " " + day + " 还没有到，请填写今天或以前的日期。");
        }
        return day;
    }

    /** A unit that work may be handed to. */
    UnitCode unit(String field, String code, String word) {
        if (code == null || code.isBlank()) {
            throw new Refusal(field, "请选择" + word + "。");
        }
        try {
            return units.require(UnitCode.of(code.strip())).code();
        } catch (Refusal refusal) {
            throw new Refusal(field, word + "：" + refusal.getMessage());
        }
    }

    /** Units that work may be handed to; empty when none is given. */
    List<UnitCode> units(String field, List<String> codes, String word) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .filter(code -> code != null && !code.isBlank())
                        .map(code -> unit(field, code, word))
                        .distinct()
                        .toList();
    }
}
