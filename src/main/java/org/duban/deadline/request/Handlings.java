package org.duban.deadline.request;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.Subjects;
import org.duban.deadline.request.store.RequestStore;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Component;

/** The kinds of request, and the rules that hold for all of them. */
@Component
class Handlings {

    private final Map<RequestKind, RequestHandling> byKind = new EnumMap<>(RequestKind.class);
    private final RequestRules rules;
    private final RequestStore store;
    private final DeadlineLedger ledger;
    private final Subjects subjects;

    Handlings(
            List<RequestHandling> handlings,
            RequestRules rules,
            RequestStore store,
            DeadlineLedger ledger,
            Subjects subjects) {
        handlings.forEach(handling -> byKind.put(handling.kind(), handling));
        this.rules = rules;
        this.store = store;
        this.ledger = ledger;
        this.subjects = subjects;
    }

    RequestHandling of(RequestKind kind) {
        return byKind.get(kind);
    }

    /** The deadline asked about; null for a kind that is about the case as a whole. */
    LedgerEntry limit(RequestKind kind, CaseNo no, Long deadline) {
        if (kind == RequestKind.REASSIGNMENT) {
            return null;
        }
        return Optional.ofNullable(deadline)
                .flatMap(ledger::byId)
                .filter(entry -> entry.caseNo().equals(no) && LimitHandling.concerns(entry))
                .orElseThrow(() -> new Refusal("deadlineId", "本案没有这个期限，请刷新页面后重新选择要申请的期限。"));
    }

    LedgerEntry limit(DeadlineRequest request) {
        return limit(request.kind(), request.caseNo(), request.deadlineId());
    }

    Cap cap(RequestKind kind, CaseNo no, LedgerEntry limit) {
        return rules.next(
                kind,
                store.granted(kind, no, limit == null ? null : limit.id()),
                of(kind).about(limit),
                subjects.of(no).priority());
    }

    /** Why the request cannot be made now, naming the cap that is used up; empty when it can. */
    Optional<String> closed(RequestKind kind, CaseNo no, LedgerEntry limit, Cap cap) {
        return of(kind).closed(no, limit).or(() -> cap.accepted() ? Optional.empty() : Optional.of(usedUp(kind, cap)));
    }

    private static String usedUp(RequestKind kind, Cap cap) {
        String clause = "依据：" + cap.clause() + "。";
        return cap.nth() == 1
                ? "这个期限不受理" + kind.label() + "。" + clause
                : "这个期限已" + kind.label() + " " + (cap.nth() - 1) + " 次，次数已用完，不再受理。" + clause;
    }
}
