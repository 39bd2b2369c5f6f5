package org.duban.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened to a case and belongs into its record. Whoever knows it publishes it as an application event
 * inside the transaction that stores it, so that what listens either hears of it together with the change or not at
 * all.
 */
public interface Fact {

    CaseNo caseNo();

    /** Module and fact in the past tense, such as {@code deadline.extended}. */
    String type();

    Instant at();

    /** The real person, with whom the person stands in for; the system for timers and sweeps. */
    Actor by();

    /** Plain JSON values: text, numbers, booleans, days as text, lists and maps of these. */
    Map<String, Object> data();

    /** The unit it concerns; null where there is none. */
    default UnitCode unit() {
        return null;
    }

    /**
     * What became of the case's own fields, so that the record alone says how the case stood at any moment: each field
     * that changed with {@code before} and {@code after}, of which one may be missing; plain JSON values.
     */
    default Map<String, Map<String, Object>> changed() {
        return Map.of();
    }

    /**
     * The decisions it rests on, each as the engine's evaluation says it. To be told by whoever asks a table for many
     * cases at once; a fact whose data name {@code decision} and {@code rule} of a question asked for it alone need not.
     */
    default List<Map<String, Object>> decisions() {
        return List.of();
    }
}
