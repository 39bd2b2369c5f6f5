package org.duban.card;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.duban.card.store.CardStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a card out under lock and puts it back with what happened; everybody who listens hears of it here. */
@Component
class CardRecords {

    private final CardStore store;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    CardRecords(CardStore store, ApplicationEventPublisher listeners, Clock clock) {
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

    Stamp stamp(Actor by) {
        return new Stamp(by, now());
    }

    /** @throws Refusal when there is no such card */
    Card lock(CaseNo no) {
        return store.lock(no).orElseThrow(() -> unknown(no));
    }

    Card find(CaseNo no) {
        return store.find(no).orElseThrow(() -> unknown(no));
    }

    private static Refusal unknown(CaseNo no) {
        return new Refusal("no", "没有编号为 " + no + " 的警示，请核对编号。");
    }

    /** Writes what a step made of the card and tells of it. */
    Card save(Card before, Card after, Actor by, CardStep step) {
        if (!after.equals(before)) {
            store.update(after);
        }
        announce(before, after, by, step);
        return after;
    }

    /** Tells of a new card. */
    void proposed(Card card, Actor by, CardStep step) {
        announce(null, card, by, step);
    }

    private void announce(Card before, Card after, Actor by, CardStep step) {
        Instant at = now();
        Map<String, Object> ofCard = new LinkedHashMap<>(step.data());
        ofCard.put("subject", after.subject().value());
        listeners.publishEvent(new CardFact(
                after.no(), step.event(), at, by, after.unit(), ofCard, CardChanges.between(before, after)));
        if (step.event().toldOfSubject()) {
            Map<String, Object> ofSubject = new LinkedHashMap<>(step.data());
            ofSubject.put("card", after.no().value());
            ofSubject.putIfAbsent("cause", after.cause().label());
            if (Objects.nonNull(after.shownColour())) {
                ofSubject.putIfAbsent("colour", after.shownColour().word());
            }
            listeners.publishEvent(
                    new CardFact(after.subject(), step.event(), at, by, after.unit(), ofSubject, Map.of()));
        }
    }
}
