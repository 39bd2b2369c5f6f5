package org.duban.card;

import java.time.Instant;
import org.duban.card.CardDecision.Kind;
import org.duban.card.CardDecision.Outcome;
import org.duban.card.store.AnswerStore;
import org.duban.card.store.DecisionStore;
import org.duban.card.store.IssueStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The unit signs for the notice, puts things right and answers; what comes of the answer. */
@Service
@Transactional
public class Answering {

    private final CardRecords records;
    private final AnswerStore answers;
    private final DecisionStore decisions;
    private final IssueStore issues;
    private final CardPapers papers;
    private final Proposing proposing;
    private final Issuing issuing;
    private final ReplyClock clock;

    Answering(
            CardRecords records,
            AnswerStore answers,
            DecisionStore decisions,
            IssueStore issues,
            CardPapers papers,
            Proposing proposing,
            Issuing issuing,
            ReplyClock clock) {
        this.records = records;
        this.answers = answers;
        this.decisions = decisions;
        this.issues = issues;
        this.papers = papers;
        this.proposing = proposing;
        this.issuing = issuing;
        this.clock = clock;
    }

    /** 签收警示通知书. */
    public Card signFor(CaseNo no, CardCommand.SignFor command, Actor by) {
        Card card = records.lock(no);
        Card signed = card.signFor();
        String note = Text.optional("note", command.note(), "备注");
        answers.sign(no, new Signature(card.level(), note, records.stamp(by)));
        papers.signFor(issue(card).paperId(), by);
        return records.save(
                card,
                signed,
                by,
                CardStep.of(CardEvent.SIGNED_FOR, "number", issue(card).paperNumber(), "note", note));
    }

    /** Whether the unit has signed for the notice of the level in force. */
    @Transactional(readOnly = true)
    public boolean signed(CaseNo no) {
        return records.find(no).state() == CardState.SIGNED;
    }

    /** From this moment on the answer is late. */
    @Transactional(readOnly = true)
    public Instant replyOverdueAt(CaseNo no) {
        return clock.overdueAt(records.find(no));
    }

    /** Notes that nobody signed in time; the answer is due all the same. */
    public void recordUnsigned(CaseNo no) {
        Card card = records.lock(no);
        if (card.state() == CardState.ISSUED) {
            records.save(
                    card,
                    card,
                    Actor.system(),
                    CardStep.of(CardEvent.NOTICE_UNSIGNED, "number", issue(card).paperNumber()));
        }
    }

    /** 整改并书面答复, with so many pieces of evidence. */
    public Card reply(CaseNo no, CardCommand.ReplyTo command, String taskId, int evidence, Actor by) {
        Card card = records.lock(no);
        Card replied = card.reply();
        String text = Text.required("text", command.text(), "整改情况");
        if (command.completedOn() != null && command.completedOn().isAfter(records.today())) {
            throw new Refusal("completedOn", "完成日期 " + command.completedOn() + " 还没有到，请填写今天或以前的日期。");
        }
        answers.reply(no, new Reply(card.level(), text, command.completedOn(), taskId, evidence, records.stamp(by)));
        clock.met(card);
        return records.save(card, replied, by, CardStep.of(CardEvent.REPLIED, "text", text, "evidence", evidence));
    }

    /**
     * The last day passed without an answer.
     *
     * @return whether red is proposed; if not, the unit answers until a new day
     */
    public boolean replyMissed(CaseNo no) {
        Card card = records.lock(no);
        if (!card.state().awaitsReply()) {
            return false;
        }
        String due = card.replyDueOn().toString();
        clock.stop(card);
        records.save(card, card, Actor.system(), CardStep.of(CardEvent.REPLY_MISSED, "replyDueOn", due));
        boolean red = proposing.outcomeOf(
                card,
                YellowOutcome.REPLY_MISSED,
                no + "/replyMissed/" + due,
                "黄牌警示书面反馈期限 " + due + " 已过，单位没有答复。",
                Actor.system());
        if (!red) {
            issuing.resume(no);
        }
        return red;
    }

    /**
     * 核查答复; a failed one proposes red, or has the unit answer once more.
     *
     * @return the card as it stands afterwards
     */
    public Card checkReply(CaseNo no, CardCommand.CheckReply command, Actor by) {
        Card card = records.lock(no);
        Card passed = card.replyPassed();
        Stamp stamp = records.stamp(by);
        if (Text.chosen("decision", command.decision(), "核查结果") == CardCommand.Check.PASS) {
            String opinion = Text.optional("opinion", command.opinion(), "核查意见");
            decisions.add(no, CardDecision.of(card, Kind.REPLY_CHECK, Outcome.PASSED, opinion, stamp));
            return records.save(card, passed, by, CardStep.of(CardEvent.REPLY_PASSED, "opinion", opinion));
        }
        String opinion = Text.required("opinion", command.opinion(), "不通过的理由");
        decisions.add(no, CardDecision.of(card, Kind.REPLY_CHECK, Outcome.FAILED, opinion, stamp));
        records.save(card, card, by, CardStep.of(CardEvent.REPLY_FAILED, "opinion", opinion));
        int replies = answers.replies(no).size();
        boolean red = proposing.outcomeOf(
                card, YellowOutcome.CHECK_FAILED, no + "/checkFailed/" + replies, "黄牌答复经核查不通过：" + opinion, by);
        if (!red) {
            Card again = card.answerAgain(card.replyDueOn(), true);
            records.save(card, again, by, CardStep.of(CardEvent.ANSWER_AGAIN));
            issuing.resume(no);
        }
        return records.find(no);
    }

    private Issue issue(Card card) {
        return issues.of(card.no()).get(card.level() - 1);
    }
}
