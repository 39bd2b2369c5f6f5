package org.duban.audit;

import java.time.Instant;
import java.util.List;

/**
 * Cases drawn by a rule.
 *
 * @param seed whoever draws with it again from the same cases gets the same ones
 * @param population how many cases met the rule, {@code digest} the SHA-256 of all their numbers in order
 */
public record Sample(
        long id,
        String name,
        String seed,
        SampleRule rule,
        String ruleWords,
        int wanted,
        long population,
        String digest,
        String byUsername,
        String byName,
        Instant at) {

    /** A case of it as it stands now. */
    public record Line(int place, String no, String title, String unit, String state) {}

    /**
     * What drawing once more came to.
     *
     * @param gone cases that are not among those drawn now
     */
    public record Again(boolean samePopulation, long population, List<String> gone) {

        public boolean same() {
            return gone.isEmpty();
        }
    }
}
