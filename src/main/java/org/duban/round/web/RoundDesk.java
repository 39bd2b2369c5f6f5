package org.duban.round.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.duban.round.Round;
import org.duban.round.RoundCounts;
import org.duban.round.RoundUnit;
import org.duban.round.Rounds;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Puts together what the desk shows of rounds, and knows who may look and who may act. */
@Component
class RoundDesk {

    private static final int BEHIND = 200;

    private final Rounds rounds;
    private final Units units;
    private final CurrentActor actor;
    private final Clock clock;

    RoundDesk(Rounds rounds, Units units, CurrentActor actor, Clock clock) {
        this.rounds = rounds;
        this.units = units;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws AccessDeniedException for people of units, who read their own lines on the case page */
    void onlyReaders() {
        if (actor.roles().stream().noneMatch(Role::seesAll)) {
            throw new AccessDeniedException("rounds are read by coordinators, leaders and auditors");
        }
    }

    /** @throws AccessDeniedException for everybody else */
    void onlyCoordinators() {
        if (!coordinator()) {
            throw new AccessDeniedException("rounds are run by the coordinator");
        }
    }

    boolean coordinator() {
        return actor.roles().contains(Role.COORDINATOR);
    }

    /** Months that may be opened by hand now and are not. */
    List<YearMonth> openable() {
        YearMonth current = YearMonth.from(LocalDate.now(clock));
        return Stream.of(current, current.minusMonths(1))
                .filter(month -> rounds.of(month).isEmpty())
                .toList();
    }

    RoundView view(Round round, String unit) {
        List<RoundUnit> lines = rounds.units(round.no());
        return new RoundView(
                round,
                RoundCounts.of(lines),
                lines.stream().map(this::line).toList(),
                rounds.behind(round.no(), BEHIND).stream()
                        .map(item -> new RoundView.Behind(name(item.unit()), item))
                        .toList(),
                rounds.behindTwice(round.no()).stream().map(CaseNo::value).toList(),
                lines.stream()
                        .map(RoundUnit::unit)
                        .filter(code -> code.value().equals(unit))
                        .findFirst()
                        .map(code -> new RoundView.Table(code.value(), name(code), rounds.table(round.no(), code)))
                        .orElse(null),
                coordinator() && !round.frozen());
    }

    private RoundView.Line line(RoundUnit unit) {
        return new RoundView.Line(
                unit.unit().value(),
                name(unit.unit()),
                unit.state(),
                unit.settledAt(),
                unit.settledBy(),
                unit.items(),
                unit.changed(),
                unit.done(),
                unit.onSchedule(),
                unit.behind(),
                unit.standing(),
                unit.chasedAt(),
                unit.chases());
    }

    String name(UnitCode unit) {
        return units.byCode(unit).map(Unit::name).orElse(unit.value());
    }
}
