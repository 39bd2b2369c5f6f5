package org.duban.problem;

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

/** Takes a problem out under lock and puts it back with its history; everybody who listens hears of it here. */
@Component
class ProblemRecords {

    private final ProblemStore store;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    ProblemRecords(ProblemStore store, ApplicationEventPublisher listeners, Clock clock) {
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

    /** @throws Refusal when there is no such problem */
    Problem lock(CaseNo no) {
        return store.lock(no).orElseThrow(() -> unknown(no));
    }

    Problem find(CaseNo no) {
        return store.find(no).orElseThrow(() -> unknown(no));
    }

    private static Refusal unknown(CaseNo no) {
        return new Refusal("no", "没有案号为 " + no + " 的问题，请核对案号。");
    }

    /** Writes what the step made of the problem and what it announces. */
    Problem save(Problem before, Step step, Actor by) {
        if (!step.after().equals(before)) {
            store.update(before, step.after());
        }
        tell(events(before, step, by));
        return step.after();
    }

    /** Adds what made new problems to their history and tells everybody who listens. */
    void announce(List<Step> registrations, Actor by) {
        tell(registrations.stream()
                .flatMap(step -> events(null, step, by).stream())
                .toList());
    }

    private List<ProblemEvent> events(Problem before, Step step, Actor by) {
        Instant at = now();
        List<ProblemEvent> events = new ArrayList<>();
        Map<String, Map<String, Object>> changed = ProblemChanges.between(before, step.after());
        for (Step.Announcement said : step.announcements()) {
            events.add(new ProblemEvent(
                    step.after().no(), events.size() + 1, at, by, said.unit(), said.fact(), said.data(), changed));
            changed = Map.of();
        }
        return events;
    }

    private void tell(List<ProblemEvent> events) {
        store.append(events).forEach(listeners::publishEvent);
    }
}
