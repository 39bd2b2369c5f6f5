package org.duban.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.journal.CaseJournal;
import org.duban.journal.offline.Entry;
import org.springframework.stereotype.Service;

/**
 * What went on beside a case at one of its steps: in the cases a fact of the step names, and in the watch, where it was
 * the watch that acted. Told by those chains' own records.
 */
@Service
public class Linked {

    /** Chain of the watch, which belongs to no case: the key of its process. */
    public static final String WATCH = "DeadlineWatch";

    private static final Pattern CASE_NO = Pattern.compile("\\b(?:WT|XF|HP|DD)\\d{4}-\\d{6}\\b");
    private static final Duration SAME_TIME = Duration.ofHours(24);
    private static final int MOST = 20;

    private final CaseJournal journal;
    private final StepWords words;

    Linked(CaseJournal journal, StepWords words) {
        this.journal = journal;
        this.words = words;
    }

    /** One entry of the other chain. */
    public record Beside(long seq, Instant at, String actorName, String what, boolean intervention) {}

    /** The chains a step leads to: other cases by number, and {@link #WATCH}. */
    static List<String> of(String own, List<Happening> events) {
        Set<String> chains = new LinkedHashSet<>();
        for (Happening event : events) {
            if (event.is("fact")) {
                collect(event.data(), chains);
                if (event.fact().startsWith("deadline.") && event.data("told") != null) {
                    chains.add(WATCH);
                }
            }
        }
        chains.remove(own);
        return List.copyOf(chains);
    }

    private static void collect(Object value, Set<String> chains) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, chains));
        } else if (value instanceof Collection<?> list) {
            list.forEach(one -> collect(one, chains));
        } else if (value instanceof String text) {
            Matcher found = CASE_NO.matcher(text);
            while (found.find() && chains.size() < MOST) {
                chains.add(found.group());
            }
        }
    }

    /**
     * What the chain tells of that time: everything from the moment on until {@code until}, at most a day and twenty
     * entries; where that is nothing, how it stood: the last entry before.
     */
    public List<Beside> beside(String chain, Instant at, Instant until) {
        Instant end = until == null || until.isAfter(at.plus(SAME_TIME)) ? at.plus(SAME_TIME) : until;
        List<Entry> entries = journal.from(chain, at, MOST);
        List<Beside> same = entries.stream()
                .filter(entry -> !entry.at().isBefore(at))
                .filter(entry -> entry.at().isBefore(end) || entry.at().equals(at))
                .map(this::beside)
                .toList();
        return same.isEmpty()
                ? entries.stream()
                        .filter(entry -> entry.at().isBefore(at))
                        .map(this::beside)
                        .toList()
                : same;
    }

    private Beside beside(Entry entry) {
        return new Beside(
                entry.seq(),
                entry.at(),
                entry.actorName(),
                words.of(entry, CaseJournal.body(entry)),
                entry.intervention());
    }
}
