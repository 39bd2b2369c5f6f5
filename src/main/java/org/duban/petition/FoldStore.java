package org.duban.petition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Which letters go along with which main letter. */
public interface FoldStore {

    /** The main letter of one that still waits for its answer; empty for a letter of its own. */
    Optional<CaseNo> mainOf(CaseNo no);

    /** Letters that wait for this main letter's answer. */
    List<CaseNo> waiting(CaseNo main);

    /** Letters that were answered with this main letter. */
    List<CaseNo> answered(CaseNo main);

    void add(CaseNo no, CaseNo main, Instant at);

    void remove(CaseNo no);

    void answered(CaseNo no, Instant at);
}
