package org.duban.journal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.springframework.stereotype.Component;

/** Finds the real person behind a transaction, and for whom the person acted. */
@Component
class Acting {

    private final People people;
    private final CandidateGroups candidates;

    Acting(People people, CandidateGroups candidates) {
        this.people = people;
        this.candidates = candidates;
    }

    /**
     * The person signed in, as a fact of the same transaction describes the person where there is one, because it knows
     * for whom; without anybody signed in, whom the facts name.
     */
    Actor of(List<Captured> events) {
        String username = events.stream()
                .map(Captured::username)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Actor told = events.stream()
                .map(Captured::actor)
                .filter(Objects::nonNull)
                .filter(actor -> username == null
                        ? !actor.equals(Actor.system())
                        : actor.username().equals(username))
                .findFirst()
                .orElse(null);
        if (told != null) {
            return told;
        }
        return username == null ? Actor.system() : signedIn(username, events);
    }

    private Actor signedIn(String username, List<Captured> events) {
        Person person = people.byUsername(username).orElse(null);
        if (person == null) {
            return Actor.of(username, username);
        }
        return new Actor(username, person.fullName(), onBehalfOf(person, events));
    }

    // A substitute who claims a task that only the absent colleague could have claimed.
    private String onBehalfOf(Person person, List<Captured> events) {
        String task = events.stream()
                .filter(event -> "operation".equals(event.event().get("kind")))
                .map(event -> (String) event.event().get("task"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Set<Person> absent = task == null ? Set.of() : people.absentFor(person.username());
        if (absent.isEmpty()) {
            return null;
        }
        Set<String> groups = candidates.of(task);
        if (groups.stream().anyMatch(person.groups()::contains)) {
            return null;
        }
        return absent.stream()
                .filter(one -> groups.stream().anyMatch(one.groups()::contains))
                .map(Person::username)
                .findFirst()
                .orElse(null);
    }
}
