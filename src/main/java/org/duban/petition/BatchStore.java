package org.duban.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps batches. */
public interface BatchStore {

    /** The batch of that inspection and number, made when there is none; its hand-over day is filled in when empty. */
    Batch open(String inspection, int ordinal, LocalDate handedOverOn, Instant at);

    Optional<Batch> find(long id);

    Optional<Batch> find(String inspection, int ordinal);

    /** The batch, locked until the transaction ends. */
    Optional<Batch> lock(long id);

    /** Writes what the hand-over paper says. */
    void state(long id, Instant from, Instant to, LocalDate handedOverOn, Batch.Stated stated);

    void close(long id, String by, Instant at);

    /** The newest first. */
    List<Batch> page(int size, int offset);

    long count();
}
