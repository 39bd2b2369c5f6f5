package org.duban.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Batches: what the hand-over paper says, what they hold, and when they are done with. */
@Service
@Transactional
public class BatchService {

    private final BatchStore store;
    private final PetitionStore letters;
    private final Reconciling reconciling;
    private final Clock clock;

    BatchService(BatchStore store, PetitionStore letters, Reconciling reconciling, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.reconciling = reconciling;
        this.clock = clock;
    }

    /** What a hand-over paper says of one batch. */
    public record Paper(
            Batch.Key key, Instant windowFrom, Instant windowTo, LocalDate handedOverOn, Batch.Stated stated) {}

    public enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** What {@link #state} would do. */
    @Transactional(readOnly = true)
    public Effect outlook(Paper paper) {
        return store.find(paper.key())
                .map(batch -> says(batch, paper)
                        ? Effect.UNCHANGED
                        : batch.stated().isEmpty() ? Effect.CREATED : Effect.UPDATED)
                .orElse(Effect.CREATED);
    }

    /** Keeps what the paper says; the same paper again changes nothing, nor does any paper once the batch is closed. */
    public Effect state(Paper paper) {
        Effect effect = outlook(paper);
        if (effect != Effect.UNCHANGED) {
            Batch batch = store.open(paper.key(), paper.handedOverOn(), clock.instant());
            if (!batch.open()) {
                return Effect.UNCHANGED;
            }
            store.state(batch.id(), paper.windowFrom(), paper.windowTo(), paper.handedOverOn(), paper.stated());
        }
        return effect;
    }

    private static boolean says(Batch batch, Paper paper) {
        return same(batch.stated(), paper.stated())
                && (paper.handedOverOn() == null || paper.handedOverOn().equals(batch.handedOverOn()))
                && (paper.windowFrom() == null || paper.windowFrom().equals(batch.windowFrom()))
                && (paper.windowTo() == null || paper.windowTo().equals(batch.windowTo()));
    }

    /** 4.50 and 4.5 are the same number of letters. */
    private static boolean same(Batch.Stated one, Batch.Stated other) {
        return one.equals(other) || Reconciling.plain(one).equals(Reconciling.plain(other));
    }

    @Transactional(readOnly = true)
    public Optional<Batch> find(long id) {
        return store.find(id);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Batch> page(int size, int offset) {
        return store.page(size, offset);
    }

    @Transactional(readOnly = true)
    public long count() {
        return store.count();
    }

    @Transactional(readOnly = true)
    public List<Petition> letters(long batch) {
        return letters.ofBatch(batch);
    }

    @Transactional(readOnly = true)
    public Totals totals(Batch batch) {
        return reconciling.totals(batch, letters.ofBatch(batch.id()));
    }

    /** 封批: only when letters, shares and the paper agree. */
    public void close(long id, Actor by) {
        Batch batch = store.lock(id).orElseThrow(() -> new Refusal("batch", "没有这一批，请从批次列表重新打开。"));
        if (!batch.open()) {
            throw new Refusal("batch", batch.name() + "已经封批。");
        }
        List<String> differences =
                reconciling.totals(batch, letters.ofBatch(id)).differences();
        if (!differences.isEmpty()) {
            throw new Refusal("batch", batch.name() + "还不能封批：" + String.join("；", differences) + "。请核对后再封批。");
        }
        store.close(id, by.username(), clock.instant());
    }
}
