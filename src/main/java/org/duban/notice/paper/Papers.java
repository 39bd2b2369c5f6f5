package org.duban.notice.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.store.PaperStore;
import org.duban.notice.paper.store.PaperStore.New;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues papers, finds them, takes them back. Looks at no rights: for use inside a use case. */
@Service
@Transactional(readOnly = true)
public class Papers {

    private final PaperStore store;
    private final PaperMaker maker;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Papers(PaperStore store, PaperMaker maker, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.maker = maker;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The paper of that key, made now if there is none. The next number of its kind and year is taken in the caller's
     * transaction and held until it ends: what rolls back leaves no gap.
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public Paper issue(Draft draft, Actor by) {
        Instant now = clock.instant();
        // Whoever issues the same key waits here for the first, and then finds its paper.
        int year = PaperMaker.day(now).getYear();
        int serial = store.lockNumber(draft.kind(), year);
        Optional<Paper> earlier = store.byKey(draft.key());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Made made = maker.make(draft, year, serial + 1, now);
        store.takeNumber(draft.kind(), year, serial + 1);
        Paper paper = store.add(new New(draft, year, serial + 1, made, now, by));
        events.publishEvent(PaperFact.issued(paper));
        return paper;
    }

    /** All papers of the case, the oldest first, those taken back among them. */
    public List<Paper> of(CaseNo caseNo) {
        return store.ofCase(caseNo);
    }

    public Optional<Paper> byId(long id) {
        return store.byId(id);
    }

    /** The Word file, exactly as it was made; empty when there is no such paper. */
    public Optional<byte[]> file(long id) {
        return store.file(id);
    }

    /** Takes the paper back; what has not been sent of it yet is not sent any more. A second time changes nothing. */
    @Transactional
    public Paper withdraw(long id, String reason, Actor by) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("reason", "请填写撤回文书的原因。");
        }
        Instant now = clock.instant();
        if (store.withdraw(id, reason.strip(), by, now)) {
            events.publishEvent(PaperFact.withdrawn(store.byId(id).orElseThrow()));
        }
        return store.byId(id).orElseThrow(() -> new Refusal("文书不存在，请刷新页面。"));
    }
}
