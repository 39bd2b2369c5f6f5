package org.duban.organisation;

import java.util.Optional;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** Who acts in this request or engine thread, as a real person; work without one is the system's own. */
@Component
public class CurrentActor {

    private final SignedIn signedIn;
    private final People people;

    CurrentActor(SignedIn signedIn, People people) {
        this.signedIn = signedIn;
        this.people = people;
    }

    /** The person, or the system when nobody is signed in. */
    public Actor get() {
        return person().map(Person::actor).orElseGet(Actor::system);
    }

    /**
     * The person acting in a role of a unit. When only an absent colleague holds it, the actor carries that colleague's
     * name as {@link Actor#onBehalfOf()}.
     */
    public Actor actingAs(Role role, UnitCode unit) {
        return holding(role, unit).orElseGet(this::get);
    }

    /** The same; empty when neither the person nor anybody the person stands in for holds the role. */
    public Optional<Actor> holding(Role role, UnitCode unit) {
        return person().flatMap(self -> holding(role.group(unit), self));
    }

    /** The person acting as one of that candidate group's; for an absent colleague where only that one is in it. */
    public Actor actingIn(String group) {
        return person().flatMap(self -> holding(group, self)).orElseGet(this::get);
    }

    private Optional<Actor> holding(String group, Person self) {
        return self.groups().contains(group)
                ? Optional.of(self.actor())
                : people.absentFor(self.username()).stream()
                        .filter(absent -> absent.groups().contains(group))
                        .findFirst()
                        .map(absent -> new Actor(self.username(), self.fullName(), absent.username()));
    }

    /** The person signed in, if any. */
    public Optional<Person> person() {
        return signedIn.username().flatMap(people::byUsername);
    }

    /** The candidate groups whose work the person may do today; empty when nobody is signed in. */
    public Set<String> groups() {
        return person().map(people::groupsToday).orElse(Set.of());
    }

    /** The account's roles; empty when nobody is signed in. */
    public Set<Role> roles() {
        return person().map(Person::roles).orElse(Set.of());
    }
}
