package org.duban.organisation.process;

import org.duban.engine.StandIns;
import org.duban.organisation.People;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Substitutes of the day, as the engine's guards ask for them. */
@Component
class SubstitutesInEngine implements StandIns {

    private final People people;

    SubstitutesInEngine(@Lazy People people) {
        this.people = people;
    }

    @Override
    public boolean mayActFor(String username, String absent) {
        return people.absentFor(username).stream()
                .anyMatch(person -> person.username().equals(absent));
    }
}
