package org.duban.replay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.journal.EntryWords;
import org.duban.journal.offline.Entry;
import org.springframework.stereotype.Component;

/** Says what a step is: by its facts where there are any, and otherwise by what the engine did. */
@Component
class StepWords {

    private static final int MOST = 3;

    String of(Entry entry, Map<String, Object> body, List<Happening> events) {
        if (entry.intervention()) {
            return EntryWords.intervention(body);
        }
        Set<String> words = events.stream()
                .filter(event -> event.is("fact"))
                .map(event -> FactWords.of(event.fact()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (words.isEmpty()) {
            return reached(events, body);
        }
        String joined = words.stream().limit(MOST).collect(Collectors.joining("；"));
        return words.size() > MOST ? joined + "等" : joined;
    }

    private static String reached(List<Happening> events, Map<String, Object> body) {
        String tasks = events.stream()
                .filter(event -> event.is("task.create"))
                .map(event -> event.text("name"))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("、"));
        if (!tasks.isEmpty()) {
            return "转到“" + tasks + "”";
        }
        return events.stream()
                .filter(event -> event.kind().startsWith("activity.") && event.text("name") != null)
                .reduce((one, later) -> later)
                .map(event -> (event.is("activity.end") ? "经过“" : "到达“") + event.text("name") + "”")
                .orElseGet(() -> EntryWords.of(body));
    }
}
