package org.duban.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.duban.desk.LetterChoice;
import org.duban.desk.LetterScope;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.duban.petition.Channel;
import org.duban.petition.PetitionState;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The choice of letters as an address carries it. */
record LetterGiven(String channel, String district, String state, Boolean late, String mark, String leader) {

    static final LetterGiven NOTHING = new LetterGiven(null, null, null, null, null, null);

    /** Any state, said on purpose. */
    static final String ANY = "ALL";

    /** @throws Refusal naming what is not understood */
    LetterChoice choice(LetterScope scope, Units units, PetitionState usual) {
        return new LetterChoice(
                scope,
                word(Channel.class, channel, "来件方式"),
                blank(district) ? null : unit(units),
                blank(state) ? usual : ANY.equals(state) ? null : word(PetitionState.class, state, "状态"),
                Boolean.TRUE.equals(late),
                word(LetterChoice.Mark.class, mark, "类别"),
                blank(leader) ? null : leader.strip());
    }

    private UnitCode unit(Units units) {
        return units.find(district.strip())
                .map(unit -> unit.code())
                .orElseThrow(() -> new Refusal("district", "没有县（市、区）“" + district + "”，请从下拉框选择。"));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text, String label) {
        if (blank(text)) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal(label + "“" + text + "”无法识别，请从下拉框选择。"));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** The address of the same list, with another state, or from another place on. */
    public String address(String path, String otherState, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "channel", channel);
        add(address, "district", district);
        add(address, "state", otherState);
        add(address, "late", Boolean.TRUE.equals(late) ? "true" : null);
        add(address, "mark", mark);
        add(address, "leader", leader);
        add(address, "after", after);
        return address.build(true).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!blank(value)) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
