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

    /** The batch, open for letters; made when its first letter comes. */
    long openOf(String inspection, int ordinal, LocalDate handedOverOn) {
        Batch batch = store.open(inspection, ordinal, handedOverOn, clock.instant());
        if (!batch.open()) {
            throw new Refusal("batch", inspection + batch.name() + "已经办结封批，不能再加入信访件。请核对批次，确需补入的先由协调员重新打开该批。");
        }
        return batch.id();
    }
}
