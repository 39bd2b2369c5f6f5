package org.duban.launch.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a sample letter went, read from a line such as {@code DISPATCH@1 SIGN@2 FILE@11T15}: what, on which day, at which hour. */
final class SampleLetterScript {

    /** One thing somebody did, or a day that came; {@code words} are said with it. */
    enum Kind {
        DISPATCH(0),
        SIGN(0),
        RETURN(1),
        SIGN_LATE(0),
        FILE(0),
        FILE_STAGED(0),
        HEAD(0),
        FIRST_FILES(0),
        FIRST_SIGNS(0),
        PASS(0),
        SEND_BACK(1),
        FOLLOW_UP_DUE(0),
        PROGRESS(1),
        BECOME_PROBLEM(1),
        DISSATISFIED(1),
        TAKE_UP(4);

        private final int words;

        Kind(int words) {
            this.words = words;
        }

        boolean startsAnotherRound() {
            return this == SEND_BACK || this == DISSATISFIED;
        }
    }

    /**
     * @param day after the letter came to the office
     * @param hour null when any office hour will do
     * @param round of investigation in which it happens
     */
    record Step(Kind kind, int day, Integer hour, int round, List<String> words) {}

    private static final Pattern STEP = Pattern.compile("([A-Z_]+)@(\\d+)(?:T(\\d+))?");

    private SampleLetterScript() {}

    static List<Step> read(String line, List<String> words) {
        List<Step> steps = new ArrayList<>();
        int round = 1;
        int said = 0;
        for (String written : line.split(" ")) {
            Matcher parts = STEP.matcher(written);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no step of a sample letter: " + written);
            }
            Kind kind = Kind.valueOf(parts.group(1));
            steps.add(new Step(
                    kind,
                    Integer.parseInt(parts.group(2)),
                    parts.group(3) == null ? null : Integer.valueOf(parts.group(3)),
                    round,
                    words.subList(said, said + kind.words)));
            said += kind.words;
            round += kind.startsAnotherRound() ? 1 : 0;
        }
        return steps;
    }
}
