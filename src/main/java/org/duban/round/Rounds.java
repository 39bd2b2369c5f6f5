package org.duban.round;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** The read side of rounds. Only {@link #linesOf} looks at who asks. */
public interface Rounds {

    Optional<Round> of(YearMonth month);

    Optional<Round> of(CaseNo no);

    /** The latest rounds first, with their numbers. */
    List<Overview> latest(int limit);

    /** The units of a round: those that have not reported first. */
    List<RoundUnit> units(CaseNo no);

    /** Everything one unit has to report on or has reported. */
    List<RoundItem> table(CaseNo no, UnitCode unit);

    /** What was reported behind schedule, at most so many rows. */
    List<RoundItem> behind(CaseNo no, int limit);

    void each(CaseNo no, Consumer<RoundItem> reader);

    /** What was reported on a problem, the latest round first; a unit's people read their own unit's lines only. */
    List<RoundItem> linesOf(CaseNo problem);

    /** Problems behind schedule in this frozen round and the one before it. */
    List<CaseNo> behindTwice(CaseNo round);

    /** A round and its numbers. */
    record Overview(Round round, RoundCounts counts) {}
}
