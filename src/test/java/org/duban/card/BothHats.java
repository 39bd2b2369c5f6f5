package org.duban.card;

import java.util.List;
import java.util.Set;
import org.duban.kernel.UnitCode;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.springframework.context.ApplicationContext;

/** Somebody who is coordinator and leader at once. */
final class BothHats {

    static final String NAME = "bothhats";

    private BothHats() {}

    static void save(ApplicationContext application) {
        application
                .getBean(People.class)
                .save(
                        List.of(new Person(
                                NAME, "林兼任", UnitCode.of("35050012"), Set.of(Role.COORDINATOR, Role.LEADER), true)),
                        "duban");
    }
}
