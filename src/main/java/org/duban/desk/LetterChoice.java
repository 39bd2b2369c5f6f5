package org.duban.desk;

import org.duban.kernel.UnitCode;
import org.duban.petition.Channel;
import org.duban.petition.PetitionState;

/**
 * Which letters of a desk are shown; null parts do not narrow it.
 *
 * @param late only those past a day that still counts for them
 * @param mark only the leaders' own cases, or only marked ones
 * @param leader the leader who has taken the case upon himself
 */
public record LetterChoice(
        LetterScope scope,
        Channel channel,
        UnitCode district,
        PetitionState state,
        boolean late,
        Mark mark,
        String leader) {

    /** Why a leader follows a letter. */
    public enum Mark {
        LED("领导包案"),
        STARRED("督察组重点件"),
        KEY("本市重点件");

        private final String label;

        Mark(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static LetterChoice all(LetterScope scope) {
        return new LetterChoice(scope, null, null, null, false, null, null);
    }

    LetterChoice everyState() {
        return new LetterChoice(scope, channel, district, null, late, mark, leader);
    }

    LetterChoice onlyLate() {
        return new LetterChoice(scope, channel, district, state, true, mark, leader);
    }
}
