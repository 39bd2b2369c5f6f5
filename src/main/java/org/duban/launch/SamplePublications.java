package org.duban.launch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.store.CitySettings;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.duban.petition.PetitionStore;
import org.duban.petition.publication.ManyPublications;
import org.springframework.stereotype.Component;

/**
 * Publishes the sample city's earlier batches some days after they came in, as two persons do; letters in which something
 * is to be hidden, and the latest batches, are left for the reader to try. May run twice: what is published stays so.
 */
@Component
class SamplePublications {

    private static final String DONE = "sample.publications";
    private static final int LATEST_LEFT = 6;
    private static final int MOST = 60;
    private static final int DAYS = 4;

    private final BatchStore batches;
    private final PetitionStore petitions;
    private final ManyPublications publications;
    private final CitySettings settings;
    private final People people;
    private final CityClock clock;

    SamplePublications(
            BatchStore batches,
            PetitionStore petitions,
            ManyPublications publications,
            CitySettings settings,
            People people,
            CityClock clock) {
        this.batches = batches;
        this.petitions = petitions;
        this.publications = publications;
        this.settings = settings;
        this.people = people;
        this.clock = clock;
    }

    boolean loaded() {
        return settings.get(DONE).isPresent();
    }

    void load() {
        if (loaded()) {
            return;
        }
        Actor first = actor("coordinator");
        Actor second = actor("coordinator2");
        batches.page(MOST, LATEST_LEFT).forEach(batch -> publish(batch, first, second));
        settings.set(DONE, "all");
    }

    private void publish(Batch batch, Actor first, Actor second) {
        List<CaseNo> letters = petitions.ofBatch(batch.id()).stream()
                .map(letter -> letter.no())
                .toList();
        try {
            clock.at(when(batch), () -> {
                publications.confirm(letters, first);
                return publications.release(letters, second);
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant when(Batch batch) {
        LocalDate day = batch.handedOverOn() == null ? LocalDate.now(clock) : batch.handedOverOn();
        Instant at = day.plusDays(DAYS)
                .atTime(LocalTime.of(10, 0))
                .atZone(Zones.CITY)
                .toInstant();
        return at.isAfter(clock.instant()) ? clock.instant() : at;
    }

    private Actor actor(String username) {
        return people.byUsername(username).map(Person::actor).orElseGet(Actor::system);
    }
}
