package org.duban.petition.repeat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.repeat.store.LookBackStore;
import org.duban.problem.ProblemService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sites that were closed and are complained of again: the coordinator has them looked at once more, or says why not. */
@Service
@Transactional
public class LookBacks {

    private static final int LONGEST_REASON = 500;

    private final LookBackStore store;
    private final ProblemService problems;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    LookBacks(LookBackStore store, ProblemService problems, ApplicationEventPublisher listeners, Clock clock) {
        this.store = store;
        this.problems = problems;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Those nobody has decided about, the oldest first. */
    @Transactional(readOnly = true)
    public List<LookBack> waiting(int size, int offset) {
        return store.waiting(size, offset);
    }

    /** Those decided last. */
    @Transactional(readOnly = true)
    public List<LookBack> decided(int size) {
        return store.decided(size);
    }

    @Transactional(readOnly = true)
    public int count() {
        return store.count();
    }

    /** Starts the look-back; accepting what is accepted changes nothing. */
    public void accept(CaseNo problem, CaseNo letter, Actor by) {
        decide(problem, letter, LookBack.Decision.ACCEPTED, null, by);
    }

    public void decline(CaseNo problem, CaseNo letter, String reason, Actor by) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("reason", "请写明不回头看的理由。");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new Refusal("reason", "理由有 " + reason.strip().length() + " 字，请缩短到 " + LONGEST_REASON + " 字以内。");
        }
        decide(problem, letter, LookBack.Decision.DECLINED, reason.strip(), by);
    }

    private void decide(CaseNo problem, CaseNo letter, LookBack.Decision decision, String reason, Actor by) {
        LookBack proposed = store.find(problem, letter)
                .orElseThrow(() -> new Refusal("没有因信访件 " + letter + " 对问题 " + problem + " 提出的回头看建议，请刷新页面。"));
        Instant now = clock.instant();
        if (!store.decide(problem, letter, decision, reason, by, now)) {
            LookBack before = store.find(problem, letter).orElseThrow();
            if (before.decision() != decision) {
                throw new Refusal("这条建议已由" + before.decidedBy() + "处理为“"
                        + before.decision().label() + "”，请刷新页面。");
            }
            return;
        }
        if (decision == LookBack.Decision.ACCEPTED) {
            problems.lookBackNow(problem, "信访件 " + letter + " 再次反映，提前回头看", by);
            // One visit answers every letter that complains of the same site.
            store.waitingOf(problem).forEach(other -> {
                store.decide(problem, other.letter(), decision, "与信访件 " + letter + " 一并回头看", by, now);
                tell(other.letter(), other, decision, "与信访件 " + letter + " 一并回头看", by, now);
            });
        }
        tell(problem, proposed, decision, reason, by, now);
        tell(letter, proposed, decision, reason, by, now);
    }

    private void tell(CaseNo chain, LookBack about, LookBack.Decision decision, String reason, Actor by, Instant now) {
        listeners.publishEvent(new LookBackDecided(chain, about, decision, reason, by, now));
    }
}
