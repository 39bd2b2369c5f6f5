package org.duban.petition.repeat;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/** What happened to a letter with regard to others of the same matter; told on each letter's chain. */
record RepeatFact(
        CaseNo caseNo,
        Kind kind,
        Instant at,
        Actor by,
        Map<String, Object> data,
        Map<String, Map<String, Object>> changed)
        implements Fact {

    enum Kind {
        JOINED("joined"),
        SPLIT("split"),
        RELATED("related"),
        NOT_REPEATED("notRepeated"),
        ANSWER_CARRIED("answerCarried"),
        CARRIED_ANSWER_EDITED("carriedAnswerEdited"),
        MENTION_RESOLVED("mentionResolved");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    RepeatFact(CaseNo caseNo, Kind kind, Instant at, Actor by, Map<String, Object> data) {
        this(caseNo, kind, at, by, data, Map.of());
    }

    @Override
    public String type() {
        return "petition." + kind.word;
    }
}
