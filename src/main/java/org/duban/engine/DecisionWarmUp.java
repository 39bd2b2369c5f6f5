package org.duban.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks every decision table once, beside the first page: the first question after a start loads the whole expression
 * language, and a clerk's import must not wait for it.
 */
@Component
class DecisionWarmUp {

    private static final Logger log = LoggerFactory.getLogger(DecisionWarmUp.class);

    private final Decisions decisions;

    DecisionWarmUp(Decisions decisions) {
        this.decisions = decisions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread asking = new Thread(this::askAll, "decisions");
        asking.setDaemon(true);
        asking.start();
    }

    private void askAll() {
        try {
            decisions.all().forEach(table -> decisions.latest(table.key()).rehearse());
        } catch (RuntimeException e) {
            // Whoever asks next meets the same fault where it can be told.
            log.debug("A decision table could not be asked beforehand", e);
        }
    }
}
