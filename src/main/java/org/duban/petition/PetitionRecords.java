package org.duban.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a letter out under lock and puts it back with its history; everybody who listens hears of it here. */
@Component
class PetitionRecords {

    private final PetitionStore store;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    PetitionRecords(PetitionStore store, ApplicationEventPublisher listeners, Clock clock) {
        this.store = store;
        this.listeners = listeners;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @throws Refusal when there is no such letter */
    Petition lock(CaseNo no) {
        return store.lock(no).orElseThrow(() -> unknown(no));
    }

    Petition find(CaseNo no) {
        return store.find(no).orElseThrow(() -> unknown(no));
    }

    private static Refusal unknown(CaseNo no) {
        return new Refusal("no", "没有案号为 " + no + " 的信访件，请核对案号。");
    }

    /** Writes what a step made of the letter and what it says. */
    Petition save(Petition before, Petition after, Actor by, Said... said) {
        if (!after.equals(before)) {
            store.update(before, after);
        }
        tell(events(before, after, by, List.of(said)));
        return after;
    }

    /** Adds the registration of new letters to their history and tells everybody who listens. */
    void announce(Map<Petition, List<Said>> registrations, Actor by) {
        List<PetitionEvent> events = new ArrayList<>();
        registrations.forEach((petition, said) -> events.addAll(events(null, petition, by, said)));
        tell(events);
    }

    private List<PetitionEvent> events(Petition before, Petition after, Actor by, List<Said> said) {
        Instant at = now();
        List<PetitionEvent> events = new ArrayList<>();
        Map<String, Map<String, Object>> changed = PetitionChanges.between(before, after);
        for (Said one : said) {
            events.add(new PetitionEvent(
                    after.no(), events.size() + 1, at, by, one.unit(), one.fact(), one.data(), changed));
            changed = Map.of();
        }
        return events;
    }

    private void tell(List<PetitionEvent> events) {
        store.append(events).forEach(listeners::publishEvent);
    }
}
