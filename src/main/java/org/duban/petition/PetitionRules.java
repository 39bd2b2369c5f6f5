package org.duban.petition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duban.deadline.DeadlineRule;
import org.duban.deadline.DeadlineRules;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.springframework.stereotype.Component;

/** How many days each kind of letter has, as the office has set them in the table {@code PetitionDeadline}. */
@Component
class PetitionRules {

    static final String TABLE = "PetitionDeadline";

    /** Steps as the table names them. */
    static final String ACCEPTANCE = "受理告知";

    static final String ANSWER = "办理答复";
    static final String AGAIN = "再次办理";

    /** Names of rows of the table DeadlineRule whose day the letter itself sets. */
    static final String FOLLOW_UP = "petitionFollowUp";

    static final String LEADERS_CASE = "petitionLeadersCase";

    /** The unit of a row that says there is no such deadline. */
    static final String NONE = "不计";

    static final List<String> LEVELS = List.of("中央", "省级", "日常");

    private final Decisions decisions;

    PetitionRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Whether that kind of letter has such a deadline at all. */
    boolean asks(Letter letter, String step) {
        return !NONE.equals(row(letter, step).text("unit"));
    }

    DeadlineRule of(Letter letter, String step) {
        Decision table = decisions.latest(TABLE);
        return DeadlineRules.read("petition." + step, row(letter, step), table.reference());
    }

    private Decisions.Match row(Letter letter, String step) {
        Decision table = decisions.latest(TABLE);
        Map<String, Object> asked = new HashMap<>();
        asked.put("channel", letter.channel().label());
        asked.put("level", level(letter.inspection()));
        asked.put("key", letter.key());
        asked.put("step", step);
        return table.first(asked)
                .orElseThrow(() -> new IllegalStateException(table.reference() + " has no row for '" + step + "' of "
                        + letter.channel().label() + " " + level(letter.inspection())));
    }

    /** 中央, 省级 or 日常, from the name of the inspection. */
    static String level(String inspection) {
        String name = Objects.requireNonNullElse(inspection, "");
        return name.isBlank() ? "日常" : name.contains("中央") || name.contains("国家") ? "中央" : "省级";
    }
}
