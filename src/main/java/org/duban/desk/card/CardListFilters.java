package org.duban.desk.card;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Reads the filter of the list as addresses carry it; what cannot be understood is refused rather than ignored. */
@Component
public class CardListFilters {

    private static final int LONGEST = 60;

    private final Units units;

    CardListFilters(Units units) {
        this.units = units;
    }

    /** The filter as typed. */
    public record Given(
            String unit, String colour, String state, String age, String q, String from, String to, String sort) {

        public static Given none() {
            return new Given(null, null, null, null, null, null, null, null);
        }
    }

    /** @throws Refusal naming the parameter that is not understood */
    public CardListFilter of(Given given, CardTab tab) {
        return new CardListFilter(
                tab,
                unit(given.unit()),
                word(CardColour.class, "colour", given.colour(), "牌级"),
                word(CardState.class, "state", given.state(), "状态"),
                age(given.age()),
                text(given.q()),
                day("from", given.from()),
                day("to", given.to()),
                "oldest".equals(given.sort()));
    }

    /** Null when nothing is given. */
    public UnitCode unit(String text) {
        return absent(text)
                ? null
                : units.find(text.strip())
                        .map(Unit::code)
                        .orElseThrow(() -> new Refusal("unit", "没有单位“" + text + "”，请填单位代码或名称。"));
    }

    private static String text(String q) {
        if (absent(q)) {
            return null;
        }
        String folded = Normalizer.normalize(q.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (folded.length() < 2 || folded.length() > LONGEST) {
            throw new Refusal("q", "检索词应为 2 至 " + LONGEST + " 个字，请改一下再查。");
        }
        return folded;
    }

    private static Integer age(String text) {
        if (absent(text)) {
            return null;
        }
        try {
            int days = Integer.parseInt(text.strip());
            if (days >= 1 && days <= 3650) {
                return days;
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number out of reach.
        }
        throw new Refusal("age", "天数“" + text + "”不对，应为 1 至 3650 的整数。");
    }

    private static LocalDate day(String field, String text) {
        try {
            return absent(text) ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal(field, "日期“" + text + "”不对，应如 2026-03-31。");
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String text, String label) {
        if (absent(text)) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal(field, label + "“" + text + "”不对，请重新选择。"));
    }

    private static boolean absent(String text) {
        return text == null || text.isBlank();
    }
}
