package org.duban.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** Keeps rounds. What a frozen round holds never changes; the tables themselves refuse it. */
public interface RoundStore {

    /** False when the month has a round already or another one is still open. */
    boolean add(Round round);

    Optional<Round> find(CaseNo no);

    /** The round while nobody can freeze it: many may hold it at once. */
    Optional<Round> hold(CaseNo no);

    /** The round for the one who freezes it. */
    Optional<Round> lock(CaseNo no);

    /** The round that is not frozen yet. */
    Optional<Round> open();

    /** The latest rounds first. */
    List<Round> latest(int limit);

    /** The round before this one; every earlier one is frozen. */
    Optional<CaseNo> before(CaseNo no);

    /** Problems handed over and not struck off, registered by that time: a row for each unit and problem. */
    List<OpenProblem> openProblems(Instant at);

    /** Adds the unit's table; what is there already is left alone. */
    void addTable(CaseNo no, List<OpenProblem> problems, LocalDate on);

    List<UnitCode> units(CaseNo no);

    /** Units with their numbers, by code. */
    List<RoundUnit> unitLines(CaseNo no);

    List<RoundItem> table(CaseNo no, UnitCode unit);

    /** What was reported behind schedule, at most so many rows. */
    List<RoundItem> behind(CaseNo no, int limit);

    /** Every row of the round, unit by unit. */
    void each(CaseNo no, Consumer<RoundItem> reader);

    /** What was said about a problem in all rounds, the latest first. */
    List<RoundItem> of(CaseNo problem);

    void fill(CaseNo no, UnitCode unit, List<FiledItem> items);

    /** False when the unit has reported already. */
    boolean settle(CaseNo no, UnitCode unit, UnitState state, Instant at, Actor by);

    /** Those of the keys, a round's number and a unit's code with a slash between, whose unit has not reported yet. */
    Set<String> stillOpen(Collection<String> keys);

    /** Records every unit that has not reported as silent. */
    int silence(CaseNo no, Instant at);

    void freeze(CaseNo no, Instant at, Actor by);

    /** Notes the chase of every unit that has not reported and was not chased that day; answers those. */
    List<RoundUnit> chase(CaseNo no, LocalDate on, Instant at, Actor by);

    /** Notes the problems behind schedule in both rounds; answers those not noted before. */
    List<CaseNo> noteBehindTwice(CaseNo no, CaseNo earlier, Instant at);

    List<CaseNo> behindTwice(CaseNo no);
}
