package org.duban.card;

import org.duban.card.store.AnswerStore;
import org.duban.card.store.ConsequenceStore;
import org.duban.card.store.IssueStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 异议 of the unit while its clock runs, and what is decided about it: the card stays, or is revoked as if unjust. */
@Service
@Transactional
public class Objecting {

    private final CardRecords records;
    private final AnswerStore answers;
    private final IssueStore issues;
    private final ConsequenceStore consequences;
    private final CardPapers papers;
    private final ReplyClock clock;
    private final CardFlow flow;
    private final CurrentActor actor;

    Objecting(
            CardRecords records,
            AnswerStore answers,
            IssueStore issues,
            ConsequenceStore consequences,
            CardPapers papers,
            ReplyClock clock,
            CardFlow flow,
            CurrentActor actor) {
        this.records = records;
        this.answers = answers;
        this.issues = issues;
        this.consequences = consequences;
        this.papers = papers;
        this.clock = clock;
        this.flow = flow;
        this.actor = actor;
    }

    /** 提出异议, by the unit that holds the card, in the name of whoever is signed in. */
    public Card file(CaseNo no, String text) {
        Card card = records.lock(no);
        Actor by = actor.holding(Role.CLERK, card.unit())
                .or(() -> actor.holding(Role.HEAD, card.unit()))
                .orElseThrow(() -> new Refusal("异议由被警示的单位提出，您不在这个单位。"));
        if (!card.state().awaitsReply()) {
            throw new Refusal("警示 " + no + " 现在是“" + card.state().label() + "”，异议只能在答复以前提出。");
        }
        String why = Text.required("text", text, "异议的理由");
        if (!answers.object(no, card.level(), why, records.stamp(by))) {
            throw new Refusal("已经提出过异议，正在裁定，请等待结果。");
        }
        if (!flow.objectionFiled(card)) {
            throw new Refusal("系统正在办理上一步，请一分钟后再提出异议。");
        }
        return records.save(card, card, by, CardStep.of(CardEvent.OBJECTION_FILED, "text", why));
    }

    /**
     * 裁定异议. The clock runs on all the while.
     *
     * @return whether it is upheld, and the card revoked
     */
    public boolean decide(CaseNo no, CardCommand.DecideObjection command, Actor by) {
        Card card = records.lock(no);
        Objection objection = answers.objections(no).stream()
                .filter(one -> one.upheld() == null)
                .findFirst()
                .orElseThrow(() -> new Refusal("这张牌没有待裁定的异议，请刷新列表。"));
        boolean upheld = Text.chosen("upheld", command.upheld(), "异议是否成立");
        String answer = Text.required("answer", command.answer(), "裁定意见");
        Stamp stamp = records.stamp(by);
        answers.decide(objection.id(), upheld, answer, stamp);
        if (!upheld) {
            records.save(card, card, by, CardStep.of(CardEvent.OBJECTION_REJECTED, "answer", answer));
            return false;
        }
        Card revoked = card.revoke("异议成立：" + answer, stamp.at());
        clock.stop(card);
        issues.of(no).forEach(issue -> papers.withdraw(issue.paperId(), "异议成立，撤销警示：" + answer, by));
        issues.revoke(card, records.today(), answer);
        consequences.fallAway(no, stamp.at());
        records.save(card, revoked, by, CardStep.of(CardEvent.REVOKED, "answer", answer));
        return true;
    }
}
