package org.duban.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.journal.CaseJournal;
import org.duban.journal.offline.Entry;
import org.duban.kernel.Zones;
import org.springframework.stereotype.Service;

/** Plays a case's record back: one question to the database, one pass over the entries. */
@Service
public class Replay {

    private final CaseJournal journal;
    private final StepWords words;

    Replay(CaseJournal journal, StepWords words) {
        this.journal = journal;
        this.words = words;
    }

    /** All steps of a case and the processes that ran. */
    public record Overview(List<Step> steps, List<Run> runs) {}

    /** One step with what it changed and how the case stood after it. */
    public record Shown(Step step, Moment state, Difference difference) {}

    /** The whole case at a glance, with one step shown. */
    public record Film(Overview overview, Shown shown) {}

    /** Which step to show, found among the entries of a case. */
    public interface Choice {

        long among(List<Entry> entries);

        /** That step, or the nearest there is. */
        static Choice near(long step) {
            return entries -> Math.max(1, Math.min(entries.size(), step));
        }

        /** The last step of that day or before it, the first where the case began later. */
        static Choice on(LocalDate day) {
            Instant end = day.plusDays(1).atStartOfDay(Zones.CITY).toInstant();
            return before(end);
        }

        /** The last step at that moment or before it. */
        static Choice at(Instant moment) {
            return before(moment.plusNanos(1));
        }

        private static Choice before(Instant end) {
            return entries -> Math.max(
                    1,
                    entries.stream().filter(entry -> entry.at().isBefore(end)).count());
        }
    }

    /** Empty when nothing is recorded under that number. */
    public Optional<Overview> overview(String caseNo) {
        return film(caseNo, entries -> 0).map(Film::overview);
    }

    /** Empty when the case has no such step. */
    public Optional<Shown> step(String caseNo, long step) {
        return film(caseNo, entries -> step).map(Film::shown);
    }

    /** The case with the chosen step shown; nothing is shown where it has no such step. */
    public Optional<Film> film(String caseNo, Choice choice) {
        List<Entry> entries = journal.whole(caseNo);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        long wanted = choice.among(entries);
        Telling telling = new Telling(caseNo);
        List<Step> steps = new ArrayList<>(entries.size());
        Shown shown = null;
        for (Entry entry : entries) {
            Map<String, Object> body = CaseJournal.body(entry);
            List<Happening> events = Happening.of(body);
            Step step = step(entry, body, events);
            steps.add(step);
            if (entry.seq() == wanted) {
                Difference difference = telling.told(step, events);
                shown = new Shown(step, telling.now(), difference);
            } else {
                telling.apply(step, events);
            }
        }
        return Optional.of(new Film(new Overview(steps, telling.runs()), shown));
    }

    private Step step(Entry entry, Map<String, Object> body, List<Happening> events) {
        return new Step(
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.actorName(),
                entry.onBehalfOf(),
                entry.channel(),
                entry.intervention(),
                words.of(entry, body, events),
                moved(events));
    }

    private static String moved(List<Happening> events) {
        return events.stream()
                .filter(event -> event.is("flow") || event.kind().startsWith("activity."))
                .map(Happening::process)
                .findFirst()
                .orElse(events.stream()
                        .map(Happening::process)
                        .filter(process -> process != null)
                        .findFirst()
                        .orElse(null));
    }
}
