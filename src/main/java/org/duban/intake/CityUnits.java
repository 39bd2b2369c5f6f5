package org.duban.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.organisation.Unit;
import org.duban.organisation.UnitKind;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** The organisation's units under the names lists use. */
@Component
class CityUnits implements UnitNames {

    private final Units units;
    private final Clock clock;

    CityUnits(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Named> find(String phrase) {
        return units.find(phrase).map(this::named);
    }

    @Override
    public List<Named> counties() {
        return units.workable().stream()
                .filter(unit -> unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.ZONE)
                .map(this::named)
                .toList();
    }

    @Override
    public List<Named> all() {
        return units.all().stream().map(this::named).toList();
    }

    private Named named(Unit unit) {
        return new Named(unit.code(), unit.name(), unit.shortName(), unit.workable(LocalDate.now(clock)));
    }
}
