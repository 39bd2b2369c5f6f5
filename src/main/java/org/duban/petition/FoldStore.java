package org.duban.petition;

import java.time.Instant;
import java.util.List;
import org.duban.kernel.CaseNo;

/** Which letters wait for the answer of which main letter. */
public interface FoldStore {

    /** Letters that wait for this main letter's answer, by number. */
    List<CaseNo> waiting(CaseNo main);

    /** Lets the letter wait for that main letter from now on, whichever it waited for. */
    void put(CaseNo no, CaseNo main, Instant at);

    void remove(CaseNo no);
}
