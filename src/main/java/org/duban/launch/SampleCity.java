package org.duban.launch;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills the embedded database once, so that a newcomer finds a city at work. */
@Component
class SampleCity {

    private final RunMode mode;
    private final SampleOrganisation organisation;

    SampleCity(RunMode mode, SampleOrganisation organisation) {
        this.mode = mode;
        this.organisation = organisation;
    }

    @EventListener(ApplicationStartedEvent.class)
    void load() {
        if (mode.sampleCity()) {
            organisation.load();
        }
    }
}
