package org.duban.petition.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Keeps drafts, and versions that are only ever added to. */
public interface PublicationStore {

    /**
     * How far a batch has come.
     *
     * @param ready answered and reviewed, {@code toConfirm} of them not yet in hand as they stand
     * @param toWithhold asked not to be published, {@code withheld} decided so
     */
    record Counts(
            long batch,
            int letters,
            int ready,
            int toConfirm,
            int toRelease,
            int shown,
            int withdrawn,
            int toWithhold,
            int withheld) {}

    /** A batch the public can reach, and how many letters it shows. */
    record Listed(PublicBatch open, int letters) {}

    Optional<Draft> draft(CaseNo no);

    List<Draft> drafts(long batch);

    /** Writes over the version it was read at; a new one has version 0. */
    void save(Draft draft);

    /** The letter's last version; empty when it was never published. */
    Optional<Version> last(CaseNo no);

    List<Version> versions(CaseNo no);

    /** Every version of a batch's letters published before that moment, by place and version. */
    List<Version> versions(long batch, Instant before);

    void add(Version version);

    /** The batch's public side, locked until the transaction ends; made when there is none. */
    PublicBatch lockBatch(long batch);

    Optional<PublicBatch> batch(long batch);

    /** Only a batch of which something was released has a token. */
    Optional<PublicBatch> byToken(String token);

    void saveBatch(PublicBatch batch);

    /** The next free place in the table; the caller holds the batch's lock. */
    int nextSerial(long batch);

    /** The latest first. */
    List<Listed> listed(int size, int offset);

    long listedCount();

    List<Counts> counts(int size, int offset);

    Counts counts(long batch);
}
