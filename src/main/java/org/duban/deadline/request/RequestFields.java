package org.duban.deadline.request;

import java.util.List;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Checks single fields of a request; each refusal names the field and says what to do. */
@Component
class RequestFields {

    private static final int LONGEST = 2000;

    private final Units units;

    RequestFields(Units units) {
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

    Wish wish(Ask ask) {
        return new Wish(ask.day(), unit("leadUnit", ask.leadUnit()), codes(ask.responsibleUnits()));
    }

    /** What was asked for, with what the approver says differently. */
    Wish granted(Wish asked, RequestCommand.Decide decision) {
        UnitCode lead = unit("leadUnit", decision.leadUnit());
        List<UnitCode> responsible = codes(decision.responsibleUnits());
        boolean sameUnits = lead == null && responsible.isEmpty();
        return new Wish(
                decision.grantedOn() == null ? asked.day() : decision.grantedOn(),
                lead == null ? asked.leadUnit() : lead,
                sameUnits ? asked.responsibleUnits() : responsible);
    }

    String whoAsks(RequestKind kind, UnitCode unit) {
        String who = unit == null ? "牵头单位" : units.byCode(unit).map(Unit::name).orElse(unit.value());
        return kind.label() + "由" + who + "的承办人申请，请与其联系。";
    }

    private UnitCode unit(String field, String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return units.require(UnitCode.of(code.strip())).code();
        } catch (Refusal refusal) {
            throw new Refusal(field, refusal.getMessage());
        }
    }

    private List<UnitCode> codes(List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .filter(code -> code != null && !code.isBlank())
                        .map(code -> unit("responsibleUnits", code))
                        .distinct()
                        .toList();
    }
}
