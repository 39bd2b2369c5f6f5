package org.duban.deadline.request;

import java.util.Optional;
import org.duban.deadline.LedgerEntry;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** What is particular to one kind of request; the module that owns what is asked for implements it. */
public interface RequestHandling {

    RequestKind kind();

    /** The office's word for what it is about, as the decision table asks: 整改时限, 办理期限. */
    String about(LedgerEntry limit);

    /** The unit whose clerks may ask; empty when nobody may. */
    Optional<UnitCode> asker(CaseNo no, LedgerEntry limit);

    /** Why it cannot be asked for now, as a sentence that says what to do instead; empty when it can. */
    Optional<String> closed(CaseNo no, LedgerEntry limit);

    /** Why it cannot be granted any more; what passed meanwhile is no reason. Empty when it can. */
    Optional<String> lost(CaseNo no, LedgerEntry limit);

    /**
     * The wish as it can be kept.
     *
     * @throws org.duban.kernel.Refusal when it is incomplete or goes beyond the cap; names the field
     */
    Wish check(CaseNo no, LedgerEntry limit, Wish wish, Cap cap);

    /** Whether what was granted has taken effect and goes on, such as a clock that stands still. */
    default boolean inForce(DeadlineRequest request) {
        return false;
    }

    /** Does what was granted, in the caller's transaction, once and no more. */
    void carryOut(DeadlineRequest granted);
}
