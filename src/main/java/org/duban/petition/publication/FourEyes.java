package org.duban.petition.publication;

import java.util.HashSet;
import java.util.Set;
import org.duban.kernel.Actor;

/** Two persons look at what leaves the house: whoever acts for one of them is not another. */
final class FourEyes {

    private FourEyes() {}

    static boolean different(Actor one, Actor other) {
        Set<String> persons = persons(one);
        persons.retainAll(persons(other));
        return persons.isEmpty();
    }

    private static Set<String> persons(Actor actor) {
        Set<String> persons = new HashSet<>();
        persons.add(actor.username());
        if (actor.onBehalfOf() != null) {
            persons.add(actor.onBehalfOf());
        }
        return persons;
    }
}
