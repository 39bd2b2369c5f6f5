package org.duban.petition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.SubjectFacts;
import org.duban.kernel.CaseNo;

/** Keeps letters and their history. A save writes the snapshot and its events together or not at all. */
public interface PetitionStore {

    /** A number already taken, with the hash of what it stands for. */
    record Known(CaseNo no, String contentSha256, String title) {}

    /** Where a number is one of a kind, and the number. */
    record Key(String scope, String number) {}

    /** The letter, locked until the transaction ends, so that two steps on one letter come one after the other. */
    Optional<Petition> lock(CaseNo no);

    Optional<Petition> find(CaseNo no);

    /** Those of the letters that exist, in the order of their numbers. */
    List<Petition> findAll(Collection<CaseNo> numbers);

    List<Petition> ofBatch(long batch);

    Map<CaseNo, SubjectFacts.Facts> facts(Collection<CaseNo> numbers);

    /**
     * Writes new letters in one go; one whose upstream number is taken already is left out.
     *
     * @return the numbers written
     */
    List<CaseNo> insert(List<Petition> petitions);

    /** Writes the snapshot over the version it was read at. */
    void update(Petition before, Petition after);

    Map<Key, Known> known(Collection<Key> keys);

    /** Adds to the history; see {@link PetitionEvent#seq()}. The caller holds the letter's lock. */
    List<PetitionEvent> append(List<PetitionEvent> events);

    List<PetitionEvent> events(CaseNo no);

    /** The first of {@code count} serials of the year, taken at once and for good. */
    long reserveSerials(int year, int count);
}
