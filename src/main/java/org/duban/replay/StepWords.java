package org.duban.replay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.journal.EntrySummary;
import org.duban.journal.EntryWords;
import org.duban.journal.offline.Entry;
import org.springframework.stereotype.Component;

/** Says what a step is: by its facts where there are any, and otherwise by what the engine did. */
@Component
class StepWords implements EntrySummary {

    private static final int MOST = 3;
    private static final Set<String> ACCESS = Set.of("file.taken", "case.read");

    @Override
    public String of(Entry entry, Map<String, Object> body) {
        return of(entry, body, Happening.of(body));
    }

    String of(Entry entry, Map<String, Object> body, List<Happening> events) {
        if (entry.intervention()) {
            return EntryWords.intervention(body);
        }
        Set<String> words = words(events, FactWords::of);
        if (words.isEmpty()) {
            return reached(events).orElseGet(() -> {
                Set<String> beside = words(events, FactWords::beside);
                return beside.isEmpty() ? EntryWords.of(body) : joined(beside);
            });
        }
        return joined(words);
    }

    private static Set<String> words(List<Happening> events, Function<String, String> label) {
        return events.stream()
                .filter(event -> event.is("fact"))
                .map(event -> said(event, label.apply(event.fact())))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // What concerns no one case says what was taken or read, and of which case.
    private static String said(Happening fact, String word) {
        boolean access = fact.fact().startsWith("export.") || ACCESS.contains(fact.fact());
        if (word == null || !access) {
            return word;
        }
        return word + "："
                + Stream.of(fact.data("what"), fact.data("caseNo"), fact.data("file"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    private static String joined(Set<String> words) {
        String joined = words.stream().limit(MOST).collect(Collectors.joining("；"));
        return words.size() > MOST ? joined + "等" : joined;
    }

    private static Optional<String> reached(List<Happening> events) {
        String tasks = events.stream()
                .filter(event -> event.is("task.create"))
                .map(event -> event.text("name"))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("、"));
        if (!tasks.isEmpty()) {
            return Optional.of("转到“" + tasks + "”");
        }
        return events.stream()
                .filter(event -> event.kind().startsWith("activity.") && event.text("name") != null)
                .reduce((one, later) -> later)
                .map(event -> (event.is("activity.end") ? "经过“" : "到达“") + event.text("name") + "”");
    }
}
