package org.duban.desk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duban.replay.Step;

/** One step in words, as the page shows it. */
public record StepView(
        Step step,
        String onBehalfOf,
        String way,
        List<Change> changes,
        List<String> moves,
        List<LimitLine> limitChanges,
        List<FileLine> fileChanges,
        List<PaperView> papers,
        List<LetterLine> messages,
        List<TableView> decisions,
        List<HandLine> byHand,
        List<String> faults,
        List<Told> facts,
        List<LinkedCase> linked,
        State state) {

    /** A field before and after. */
    public record Change(String name, String before, String after) {}

    /** A deadline that opened, moved or closed. */
    public record LimitLine(
            String name, String what, String before, String after, String reason, boolean afterExpiry, String clause) {}

    /** A file; {@code url} leads to its bytes while it is kept. */
    public record FileLine(
            String what, String name, String url, String sha256, String unit, String criterion, String taken) {}

    /** A filed form. */
    public record PaperView(
            long step, Instant at, String name, String who, String forWhom, List<PaperWords.Line> lines) {}

    /** A message. */
    public record LetterLine(Instant at, String to, String title, String text, String readBy) {}

    /** A decision table with the matched rules lit. */
    public record TableView(
            String key,
            String name,
            int version,
            List<String> columns,
            int inputs,
            List<Row> rows,
            String given,
            String answered) {}

    /** A row of a table; an empty cell matches everything. */
    public record Row(int number, List<String> cells, String clause, boolean lit) {}

    /** Something done past the model. */
    public record HandLine(
            String what, String property, String before, String after, String annotation, boolean intervention) {}

    /** Another case, or the watch, whose record tells of the same time; {@code aCase} has a replay of its own. */
    public record LinkedCase(String chain, String name, boolean aCase) {}

    /** A fact with what it says. */
    public record Told(String what, String unit, List<Change> details) {}

    /** The case after the step. */
    public record State(
            String title,
            String stateLabel,
            List<Change> fields,
            List<TokenLine> waiting,
            List<String> underway,
            List<LimitNow> limits,
            List<FileLine> files,
            List<PaperView> papers,
            List<String> requests,
            List<String> objections,
            List<LetterLine> messages,
            List<DocumentLine> documents,
            List<RunView> runs) {}

    /** A numbered document and its way to the units; {@code withdrawn} is why it was taken back, or null. */
    public record DocumentLine(
            String id,
            String kind,
            String number,
            String title,
            String sha256,
            String unit,
            Instant at,
            String by,
            List<ServedLine> served,
            String withdrawn) {

        public boolean signedFor() {
            return served.stream().anyMatch(ServedLine::receipt);
        }
    }

    /** One delivery or signature. */
    public record ServedLine(Instant at, String what, String unit, String how, String by, boolean receipt) {}

    /** A task somebody has in hand, or another place a process waits at. */
    public record TokenLine(String name, String process, String whom, String assignee, Instant dueAt, long sinceStep) {}

    /** A deadline as it stands. */
    public record LimitNow(String name, String dueOn, String originalDueOn, String state, boolean open, int moves) {}

    /** A process with its marks for the picture. */
    public record RunView(
            String process,
            String definition,
            String name,
            boolean running,
            List<String> current,
            List<String> done,
            List<String> flows,
            List<String> taken,
            Map<String, Integer> visits) {}
}
