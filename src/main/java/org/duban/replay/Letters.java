package org.duban.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.replay.Moment.Letter;

/** The messages about a case: sent, and signed for by their first reader. */
final class Letters {

    private final Map<String, Letter> letters = new LinkedHashMap<>();

    void apply(Step step, Happening fact) {
        String key = fact.data("key") + " " + fact.data("group");
        switch (fact.fact()) {
            case "notice.messageSent" ->
                letters.put(
                        key,
                        new Letter(
                                step.step(),
                                step.at(),
                                fact.data("key"),
                                fact.data("group"),
                                fact.data("kind"),
                                fact.data("title"),
                                fact.data("text"),
                                null));
            case "notice.messageRead" ->
                letters.computeIfPresent(
                        key,
                        (same, sent) -> new Letter(
                                sent.step(),
                                sent.at(),
                                sent.key(),
                                sent.group(),
                                sent.kind(),
                                sent.title(),
                                sent.text(),
                                step.actorName()));
            default -> {
                // No message.
            }
        }
    }

    List<Letter> sentIn(Step step) {
        return letters.values().stream()
                .filter(letter -> letter.step() == step.step())
                .toList();
    }

    List<Letter> now() {
        return List.copyOf(letters.values());
    }
}
