package org.duban.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    private final PetitionNotes notes;
    private final Clock clock;

    BatchService(BatchStore store, PetitionStore letters, Reconciling reconciling, PetitionNotes notes, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.reconciling = reconciling;
        this.notes = notes;
        this.clock = clock;
    }

    /** What a hand-over paper says of one batch. */
    public record Paper(
            Batch.Key key, Instant windowFrom, Instant windowTo, LocalDate handedOverOn, Batch.Stated stated) {}

    public enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** It says something else of a batch that is closed, and is not kept. */
        CLOSED
    }

    /** What {@link #state} would do. */
    @Transactional(readOnly = true)
    public Effect outlook(Paper paper) {
        return store.find(paper.key())
                .map(batch -> says(batch, paper) ? Effect.UNCHANGED : change(batch))
                .orElse(Effect.CREATED);
    }

    private static Effect change(Batch batch) {
        if (!batch.open()) {
            return Effect.CLOSED;
        }
        return batch.stated().isEmpty() ? Effect.CREATED : Effect.UPDATED;
    }

    /** Keeps what the paper says; the same paper again changes nothing, nor does any paper once the batch is closed. */
    public Effect state(Paper paper) {
        Effect effect = outlook(paper);
        if (effect == Effect.CREATED || effect == Effect.UPDATED) {
            Batch batch = store.open(paper.key(), paper.handedOverOn(), clock.instant());
            if (!batch.open()) {
                return Effect.CLOSED;
            }
            store.state(
                    batch.id(),
                    paper.windowFrom(),
                    paper.windowTo(),
                    paper.handedOverOn(),
                    paper.stated().over(batch.stated()));
        }
        return effect;
    }

    private static boolean says(Batch batch, Paper paper) {
        return same(batch.stated(), paper.stated().over(batch.stated()))
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
        store.close(id, by, clock.instant());
        tell(id, PetitionFact.BATCH_CLOSED, Map.of("batchName", title(batch)), by);
    }

    /** 重新打开: letters may be added and the paper may be corrected again; who closed it before stays written down. */
    public void reopen(long id, String reason, Actor by) {
        Batch batch = store.lock(id).orElseThrow(() -> new Refusal("batch", "没有这一批，请从批次列表重新打开。"));
        if (batch.open()) {
            throw new Refusal("batch", batch.name() + "没有封批，不需要重新打开。");
        }
        String why = Fields.text("reason", reason, "重新打开的理由");
        store.reopen(id, why, by, clock.instant());
        tell(id, PetitionFact.BATCH_REOPENED, Map.of("batchName", title(batch), "reason", why), by);
    }

    /** When it was closed and opened again, by whom and why, the newest first. */
    @Transactional(readOnly = true)
    public List<BatchTurn> turns(long id) {
        return store.turns(id);
    }

    private static String title(Batch batch) {
        return batch.key().inspection() + batch.name();
    }

    /** Stands in the record of every letter of the batch, since a batch has none of its own. */
    private void tell(long id, PetitionFact fact, Map<String, Object> data, Actor by) {
        for (Petition letter : letters.ofBatch(id)) {
            letters.lock(letter.no());
            notes.add(letter.no(), fact, null, data, by);
        }
    }
}
