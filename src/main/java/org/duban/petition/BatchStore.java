package org.duban.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;

/** Keeps batches. */
public interface BatchStore {

    /** The batch of that inspection and number, made when there is none; its hand-over day is filled in when empty. */
    Batch open(Batch.Key key, LocalDate handedOverOn, Instant at);

    Optional<Batch> find(long id);

    Optional<Batch> find(Batch.Key key);

    /** The batch, locked until the transaction ends. */
    Optional<Batch> lock(long id);

    /** Writes what the hand-over paper says. */
    void state(long id, Instant from, Instant to, LocalDate handedOverOn, Batch.Stated stated);

    void close(long id, Actor by, Instant at);

    void reopen(long id, String reason, Actor by, Instant at);

    /** Closings and reopenings, the newest first. */
    List<BatchTurn> turns(long id);

    /** The newest first. */
    List<Batch> page(int size, int offset);

    long count();
}
