package org.duban.organisation;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** Which cases the person of this thread may see. */
@Component
public class Access {

    private final CurrentActor actor;
    private final People people;

    Access(CurrentActor actor, People people) {
        this.actor = actor;
        this.people = people;
    }

    /**
     * The units whose cases may be seen: empty means every unit's. A person without any role sees none, which is a set
     * without members, not an empty answer.
     */
    public Optional<Set<UnitCode>> visibleUnits() {
        Optional<Person> person = actor.person();
        if (person.isEmpty()) {
            return Optional.of(Set.of());
        }
        Person self = person.get();
        if (self.roles().stream().anyMatch(Role::seesAll)) {
            return Optional.empty();
        }
        Set<UnitCode> units = new LinkedHashSet<>();
        if (!self.roles().isEmpty()) {
            units.add(self.unit());
        }
        people.absentFor(self.username()).forEach(absent -> units.add(absent.unit()));
        return Optional.of(units);
    }

    /** True when a case of any of these units may be seen. */
    public boolean sees(Set<UnitCode> unitsOfCase) {
        return visibleUnits()
                .map(visible -> unitsOfCase.stream().anyMatch(visible::contains))
                .orElse(true);
    }
}
