package org.duban.petition.publication;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.duban.petition.Answer;
import org.duban.petition.Petition;

/** The texts of one letter; a part that is empty is not in it. */
public record PublicText(Map<Part, String> parts) {

    public PublicText {
        Map<Part, String> kept = new EnumMap<>(Part.class);
        parts.forEach((part, text) -> {
            String plain = text == null
                    ? ""
                    : text.replace("\r\n", "\n").replace('\r', '\n').strip();
            if (!plain.isEmpty()) {
                kept.put(part, plain);
            }
        });
        parts = Map.copyOf(kept);
    }

    /**
     * As the office and the units wrote them.
     *
     * @param district the name of the county or zone, for a letter whose list did not name a place
     */
    static PublicText of(Petition petition, String district) {
        Answer answer = petition.answer();
        Map<Part, String> parts = new EnumMap<>(Part.class);
        String region = petition.letter().region();
        parts.put(Part.BODY, petition.letter().body());
        parts.put(Part.REGION, region == null || region.isBlank() ? district : region);
        parts.put(Part.FINDINGS, answer.findings());
        parts.put(Part.GOAL, answer.goal());
        parts.put(Part.HANDLING, answer.handling());
        parts.put(Part.ACCOUNTABILITY, answer.accountability());
        return new PublicText(parts);
    }

    /** Null when empty. */
    public String get(Part part) {
        return parts.get(part);
    }

    PublicText each(UnaryOperator<String> change) {
        Map<Part, String> changed = new EnumMap<>(Part.class);
        parts.forEach((part, text) -> changed.put(part, change.apply(text)));
        return new PublicText(changed);
    }
}
