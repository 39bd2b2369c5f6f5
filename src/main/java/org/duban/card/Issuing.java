package org.duban.card;

import java.time.LocalDate;
import org.duban.card.CardDecision.Kind;
import org.duban.card.store.DecisionStore;
import org.duban.card.store.IssueStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.notice.paper.Paper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签发: the approved proposal becomes a card, with its numbered notice, its clock and its consequences. */
@Service
@Transactional
public class Issuing {

    private final CardRecords records;
    private final DecisionStore decisions;
    private final IssueStore issues;
    private final CardPapers papers;
    private final CardedCases cases;
    private final Deciding deciding;
    private final Consequences consequences;
    private final ReplyClock clock;

    Issuing(
            CardRecords records,
            DecisionStore decisions,
            IssueStore issues,
            CardPapers papers,
            CardedCases cases,
            Deciding deciding,
            Consequences consequences,
            ReplyClock clock) {
        this.records = records;
        this.decisions = decisions;
        this.issues = issues;
        this.papers = papers;
        this.cases = cases;
        this.deciding = deciding;
        this.consequences = consequences;
        this.clock = clock;
    }

    /**
     * Issues what was approved, once; nobody is warned about work that is done meanwhile.
     *
     * @return whether the card is issued
     */
    public boolean issue(CaseNo no) {
        Card card = records.lock(no);
        if (card.state() != CardState.APPROVED) {
            return card.state().held();
        }
        if (cases.done(card.subject(), card.cause())) {
            deciding.withdraw(card, "案件在签发以前已经办结，不再发牌", Actor.system());
            return false;
        }
        Stamp approved = decisions.last(no, Kind.APPROVAL).orElseThrow().stamp();
        LocalDate due = clock.due(card.wanted().verdict().replyDays());
        Paper paper = papers.warning(card, due, approved.by());
        Stamp now = records.stamp(approved.by());
        Card issued = card.issued(due, now.at());
        issues.add(new Issue(
                no,
                issued.level(),
                card.subject(),
                card.unit(),
                card.cause(),
                card.wanted().verdict(),
                due,
                records.today(),
                now.at(),
                approved,
                paper.id(),
                paper.number()));
        clock.start(issued);
        records.save(card, issued, now.by(), step(card, due, paper));
        consequences.decide(issued, now.by());
        return true;
    }

    private static CardStep step(Card card, LocalDate due, Paper paper) {
        Verdict verdict = card.wanted().verdict();
        return CardStep.of(
                card.turnsRed() ? CardEvent.TURNED_RED : CardEvent.ISSUED,
                "colour",
                verdict.colour().word(),
                "clause",
                verdict.clause(),
                "number",
                paper.number(),
                "paper",
                paper.id(),
                "demand",
                card.wanted().demand(),
                "replyDueOn",
                due.toString());
    }

    /**
     * A yellow card that does not turn red goes on: the unit answers until a new day.
     *
     * @return whether its notice is signed for
     */
    public boolean resume(CaseNo no) {
        Card card = records.lock(no);
        if (!card.state().awaitsReply()) {
            return card.state() != CardState.ISSUED;
        }
        Card again = card.answerAgain(
                clock.due(issues.of(no).get(card.level() - 1).verdict().replyDays()), card.state() == CardState.SIGNED);
        clock.start(again);
        records.save(
                card,
                again,
                Actor.system(),
                CardStep.of(
                        CardEvent.REPLY_RENEWED,
                        "replyDueOn",
                        again.replyDueOn().toString()));
        return again.state() == CardState.SIGNED;
    }
}
