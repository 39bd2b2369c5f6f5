package org.duban.petition;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Finds the batch a letter belongs to. */
@Component
class Batches {

    private final BatchStore store;
    private final Clock clock;

    Batches(BatchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Refuses letters of a batch that is closed. */
    void mustTake(Batch.Key key) {
        if (key != null) {
            store.find(key).ifPresent(Batches::mustBeOpen);
        }
    }

    private static void mustBeOpen(Batch batch) {
        if (!batch.open()) {
            throw new Refusal(
                    "batch",
                    batch.key().inspection() + batch.name() + "已经办结封批，不能再加入信访件。请核对批次，确需补入的，请协调员先在批次页面写明理由重新打开。");
        }
    }

    /** The batch, open for letters; made when its first letter comes. */
    long openOf(Batch.Key key, LocalDate handedOverOn) {
        Batch batch = store.open(key, handedOverOn, clock.instant());
        mustBeOpen(batch);
        return batch.id();
    }
}
