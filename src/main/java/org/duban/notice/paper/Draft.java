package org.duban.notice.paper;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;

/**
 * What a paper is to say.
 *
 * @param key issuing the same key again issues nothing and gives the paper there is
 * @param copies units that get a copy
 * @param fields by the names of {@link PaperField}; text with line breaks, no markup
 */
public record Draft(
        PaperKind kind,
        CaseNo caseNo,
        String key,
        UnitCode addressee,
        List<UnitCode> copies,
        Map<String, String> fields) {

    private static final int LONGEST = 20_000;

    public Draft {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(caseNo, "caseNo");
        Objects.requireNonNull(addressee, "addressee");
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("A draft needs a key");
        }
        copies = copies.stream()
                .filter(copy -> !copy.equals(addressee))
                .distinct()
                .toList();
        fields = Map.copyOf(fields);
        check(kind, fields);
    }

    private static void check(PaperKind kind, Map<String, String> fields) {
        for (String name : kind.required()) {
            if (fields.getOrDefault(name, "").isBlank()) {
                throw new Refusal(name, kind.label() + "缺少“" + name + "”，请补充后再出具。");
            }
        }
        fields.forEach((name, value) -> {
            if (!kind.fields().contains(name)) {
                throw new IllegalArgumentException(kind + " has no field " + name);
            }
            if (value.length() > LONGEST) {
                throw new Refusal(name, kind.label() + "的“" + name + "”超过 " + LONGEST + " 字，请精简，详细内容可作为附件。");
            }
        });
        String colour = fields.getOrDefault(PaperField.COLOUR, "");
        if (!colour.isBlank() && !colour.equals(PaperField.YELLOW) && !colour.equals(PaperField.RED)) {
            throw new Refusal(PaperField.COLOUR, "牌级只能是“黄牌”或“红牌”，收到的是“" + colour + "”。");
        }
    }
}
