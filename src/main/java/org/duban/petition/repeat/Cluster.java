package org.duban.petition.repeat;

import java.time.Instant;
import java.util.List;
import org.duban.kernel.CaseNo;

/** Letters handled together (并案); those that left are still among the members, with when and why. */
public record Cluster(long id, CaseNo main, Instant openedAt, String openedBy, List<Member> members) {

    public record Member(
            CaseNo no, Instant joinedAt, String joinedBy, Instant leftAt, String leftBy, String leftReason) {

        public boolean present() {
            return leftAt == null;
        }
    }

    /** Those in it now, in the order they joined. */
    public List<CaseNo> present() {
        return members.stream().filter(Member::present).map(Member::no).toList();
    }
}
