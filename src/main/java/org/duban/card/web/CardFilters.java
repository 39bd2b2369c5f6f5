package org.duban.card.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.CardFilter;
import org.duban.card.CardState;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Reads a filter as addresses carry it; what cannot be understood is refused rather than ignored. */
@Component
class CardFilters {

    private final Units units;

    CardFilters(Units units) {
        this.units = units;
    }

    /** @throws Refusal naming the parameter that is not understood */
    CardFilter of(CardParameters given) {
        if (given.from() != null && given.to() != null && given.to().isBefore(given.from())) {
            throw new Refusal("to", "截止日期 " + given.to() + " 早于起始日期 " + given.from() + "，请改填。");
        }
        return new CardFilter(
                unit(given.unit()),
                word(CardColour.class, "colour", given.colour()),
                states(given.state()),
                present(given.subject()) ? CaseNo.of(given.subject().strip()) : null,
                word(CardCause.class, "cause", given.cause()),
                given.from(),
                given.to(),
                null);
    }

    private UnitCode unit(String text) {
        return present(text)
                ? units.find(text.strip())
                        .map(Unit::code)
                        .orElseThrow(() -> new Refusal("unit", "没有单位“" + text + "”，请填单位代码或名称。"))
                : null;
    }

    private static List<CardState> states(List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(word -> word(CardState.class, "state", word))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String text) {
        if (!present(text)) {
            return null;
        }
        String name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        field,
                        "参数 " + field + " 的值“" + text + "”不对，可用的有 "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))
                                + "。"));
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }
}
