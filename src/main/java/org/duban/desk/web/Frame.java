package org.duban.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.launch.RunMode;
import org.duban.notice.Inbox;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** What the frame of every page shows; templates call it as {@code @frame}, error pages included. */
@Component("frame")
public class Frame {

    /** Tasklist with what is due soonest on top. */
    private static final String TASKLIST =
            "/camunda/app/tasklist/default/#/?sorting=%5B%7B%22sortBy%22:%22dueDate%22,%22sortOrder%22:%22asc%22%7D%5D";

    private final CurrentActor actor;
    private final Units units;
    private final RunMode mode;
    private final Inbox inbox;
    private final Clock clock;

    Frame(CurrentActor actor, Units units, RunMode mode, Inbox inbox, Clock clock) {
        this.actor = actor;
        this.units = units;
        this.mode = mode;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * The person signed in.
     *
     * @param standing unit and roles in words: 晋江 承办人
     */
    public record Me(
            String name,
            String standing,
            boolean tasklist,
            boolean rounds,
            boolean imports,
            boolean decides,
            boolean seesMoves,
            boolean settings,
            boolean admin,
            boolean substitute,
            boolean oversees,
            boolean replays,
            boolean audit,
            boolean leads) {}

    /** Who reads the page; null before the login. */
    public Me me() {
        return actor.person().map(this::me).orElse(null);
    }

    private Me me(Person person) {
        String roles = person.roles().stream().map(Role::label).collect(Collectors.joining("、"));
        boolean unitsPerson = any(person, Role.CLERK, Role.HEAD);
        return new Me(
                person.fullName(),
                (units.shortName(person.unit()) + " " + roles).strip(),
                unitsPerson || any(person, Role.COORDINATOR, Role.LEADER, Role.ADMIN),
                any(person, Role.COORDINATOR, Role.LEADER, Role.AUDITOR),
                any(person, Role.COORDINATOR, Role.ADMIN),
                any(person, Role.COORDINATOR, Role.LEADER),
                any(person, Role.COORDINATOR, Role.LEADER, Role.AUDITOR),
                any(person, Role.COORDINATOR, Role.LEADER, Role.ADMIN),
                person.has(Role.ADMIN),
                unitsPerson,
                person.roles().stream().anyMatch(Role::seesAll),
                any(person, Role.COORDINATOR, Role.LEADER, Role.AUDITOR, Role.ADMIN),
                any(person, Role.AUDITOR, Role.ADMIN),
                person.has(Role.LEADER));
    }

    private static boolean any(Person person, Role... roles) {
        return Arrays.stream(roles).anyMatch(person::has);
    }

    /** How many messages wait to be read, as the bar shows it: empty when none. */
    public String unread() {
        return inbox.unreadInWords();
    }

    /** The city's day, which a moved clock may have put elsewhere than the machine's. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public boolean sampleCity() {
        return mode.sampleCity();
    }

    /** The first page of the person signed in. */
    public String home() {
        Optional<Person> person = actor.person();
        if (person.isEmpty()) {
            return "/login";
        }
        Person self = person.get();
        if (any(self, Role.COORDINATOR, Role.LEADER, Role.AUDITOR)) {
            return "/desk";
        }
        if (any(self, Role.CLERK, Role.HEAD)) {
            return TASKLIST;
        }
        return self.has(Role.ADMIN) ? "/desk/settings/organisation" : "/desk";
    }
}
