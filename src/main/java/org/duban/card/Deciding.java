package org.duban.card;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duban.card.CardDecision.Kind;
import org.duban.card.CardDecision.Outcome;
import org.duban.card.store.AnswerStore;
import org.duban.card.store.CardStore;
import org.duban.card.store.DecisionStore;
import org.duban.card.store.ProposalStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审核 and 审批 of what was proposed, and its withdrawal when there is nothing left to warn about. */
@Service
@Transactional
public class Deciding {

    private static final int LONGEST_REPLY = 60;

    private final CardRecords records;
    private final CardStore cards;
    private final ProposalStore proposals;
    private final DecisionStore decisions;
    private final AnswerStore answers;
    private final CardRules rules;
    private final CardFlow flow;

    Deciding(
            CardRecords records,
            CardStore cards,
            ProposalStore proposals,
            DecisionStore decisions,
            AnswerStore answers,
            CardRules rules,
            CardFlow flow) {
        this.records = records;
        this.cards = cards;
        this.proposals = proposals;
        this.decisions = decisions;
        this.answers = answers;
        this.rules = rules;
        this.flow = flow;
    }

    /** 审核: keeps, changes or drops what was proposed. */
    public Card review(CaseNo no, CardCommand.Review command, Actor by) {
        Card card = records.lock(no);
        Stamp stamp = records.stamp(by);
        if (Text.chosen("decision", command.decision(), "发牌或不予发牌") == CardCommand.Review.Choice.DROP) {
            String reason = Text.required("reason", command.reason(), "不予发牌的理由");
            if (card.state() != CardState.PROPOSED) {
                throw notWaiting(card, "审核");
            }
            return notGranted(card, Kind.REVIEW, Outcome.DROPPED, CardState.DROPPED, reason, stamp);
        }
        Card kept = card.keep(wanted(card, command));
        Wanted wanted = kept.wanted();
        boolean changed = !wanted.verdict().equals(card.wanted().verdict());
        String reason = changed
                ? Text.required("reason", command.reason(), "调整的理由")
                : Text.optional("reason", command.reason(), "审核意见");
        decisions.add(no, CardDecision.of(kept, Kind.REVIEW, changed ? Outcome.CHANGED : Outcome.KEPT, reason, stamp));
        return records.save(
                card,
                kept,
                by,
                CardStep.of(
                        CardEvent.KEPT,
                        "colour",
                        wanted.colour().word(),
                        "clause",
                        wanted.verdict().clause(),
                        "demand",
                        wanted.demand(),
                        "changed",
                        changed,
                        "reason",
                        reason));
    }

    private Wanted wanted(Card card, CardCommand.Review command) {
        if (card.wanted() == null) {
            throw notWaiting(card, "审核");
        }
        Verdict proposed = card.wanted().verdict();
        CardColour colour = Objects.requireNonNullElse(command.colour(), proposed.colour());
        if (card.level() == 1 && colour == CardColour.YELLOW) {
            throw new Refusal("colour", "这张黄牌已经发出，只能转为红牌，或者选择不予发牌、黄牌继续。");
        }
        int days = Objects.requireNonNullElse(command.replyDays(), proposed.replyDays());
        if (days < 1 || days > LONGEST_REPLY) {
            throw new Refusal("replyDays", "书面答复期限应为 1 至 " + LONGEST_REPLY + " 个工作日，填写的是 " + days + "，请改填。");
        }
        String clause =
                Objects.requireNonNullElse(Text.optional("clause", command.clause(), "依据条款"), proposed.clause());
        String approver = colour == proposed.colour() ? proposed.approver() : rules.approver(colour);
        return new Wanted(
                new Verdict(colour, days, approver, clause, proposed.rule()),
                Text.required("demand", command.demand(), "整改要求"));
    }

    /** 审批: whoever proposed it or reviewed it does not approve it. */
    public Card approve(CaseNo no, CardCommand.Approve command, Actor by) {
        Card card = records.lock(no);
        if (card.state() != CardState.REVIEWED) {
            throw notWaiting(card, "审批");
        }
        refuseOwn(card, by);
        Stamp stamp = records.stamp(by);
        return switch (Text.chosen("decision", command.decision(), "审批意见")) {
            case APPROVE -> grant(card, Text.optional("reason", command.reason(), "审批意见"), stamp);
            case RETURN -> sendBack(card, Text.required("reason", command.reason(), "退回重新审核的理由"), stamp);
            case REFUSE ->
                notGranted(
                        card,
                        Kind.APPROVAL,
                        Outcome.REFUSED,
                        CardState.REFUSED,
                        Text.required("reason", command.reason(), "不同意的理由"),
                        stamp);
        };
    }

    private Card grant(Card card, String reason, Stamp stamp) {
        refuseOvertaken(card);
        decisions.add(card.no(), CardDecision.of(card, Kind.APPROVAL, Outcome.APPROVED, reason, stamp));
        return records.save(
                card,
                card.approve(),
                stamp.by(),
                CardStep.of(CardEvent.APPROVED, "colour", card.wanted().colour().word(), "reason", reason));
    }

    private Card sendBack(Card card, String reason, Stamp stamp) {
        decisions.add(card.no(), CardDecision.of(card, Kind.APPROVAL, Outcome.RETURNED, reason, stamp));
        Card back = card.sendBack();
        Card raised =
                lastProposal(card).map(Proposal::verdict).map(back::raised).orElse(back);
        return records.save(card, raised, stamp.by(), CardStep.of(CardEvent.RETURNED, "reason", reason));
    }

    private Card notGranted(Card card, Kind kind, Outcome outcome, CardState end, String reason, Stamp stamp) {
        boolean signed = answers.signed(card.no(), card.level());
        Card after = card.notGranted(end, reason, signed, stamp.at());
        decisions.add(card.no(), CardDecision.of(card, kind, outcome, reason, stamp));
        CardEvent event = after.open()
                ? CardEvent.YELLOW_KEPT
                : end == CardState.DROPPED
                        ? CardEvent.DROPPED
                        : end == CardState.REFUSED ? CardEvent.REFUSED : CardEvent.WITHDRAWN;
        return records.save(card, after, stamp.by(), CardStep.of(event, "reason", reason));
    }

    /** Takes back what nobody has decided yet, because the case it is about is done with; twice changes nothing. */
    public void withdrawAbout(CaseNo subject, String reason, Actor by) {
        for (Card found : cards.of(subject)) {
            if (found.state().undecided()) {
                Card card = records.lock(found.no());
                if (card.state().undecided()) {
                    notGranted(
                            card, Kind.WITHDRAWAL, Outcome.WITHDRAWN, CardState.WITHDRAWN, reason, records.stamp(by));
                    flow.proposalWithdrawn(card);
                }
            }
        }
    }

    /** Something approved is not issued after all. */
    Card withdraw(Card approved, String reason, Actor by) {
        return notGranted(approved, Kind.WITHDRAWAL, Outcome.WITHDRAWN, CardState.WITHDRAWN, reason, records.stamp(by));
    }

    /** Four eyes: neither who proposed it, nor who reviewed it, nor anybody acting for one of them. */
    private void refuseOwn(Card card, Actor by) {
        boolean own = proposals.of(card.no()).stream()
                .filter(proposal -> proposal.level() == card.nextLevel())
                .anyMatch(proposal -> proposal.stamp().isOf(by));
        if (own) {
            throw new Refusal("decision", "这件发牌建议由您本人提出，不能由您本人审批，请其他领导审批。");
        }
        boolean reviewed = decisions
                .last(card.no(), Kind.REVIEW)
                .filter(review -> review.stamp().isOf(by))
                .isPresent();
        if (reviewed) {
            throw new Refusal("decision", "这件发牌建议由您本人审核，不能由您本人审批，请其他领导审批。");
        }
    }

    private void refuseOvertaken(Card card) {
        if (undecidedObjection(card)) {
            throw new Refusal("decision", "单位对这张牌的异议还没有裁定，请先裁定异议，再审批转红牌。");
        }
        Optional<CardDecision> review = decisions.last(card.no(), Kind.REVIEW);
        boolean graver = proposals.of(card.no()).stream()
                .filter(proposal -> review.isEmpty()
                        || proposal.stamp().at().isAfter(review.get().stamp().at()))
                .anyMatch(
                        proposal -> proposal.verdict().graverThan(card.wanted().colour()));
        if (graver) {
            throw new Refusal("decision", "审核以后又有更严重的事实，按规则应为红牌。请选择退回重新审核。");
        }
    }

    private boolean undecidedObjection(Card card) {
        return answers.objections(card.no()).stream().anyMatch(objection -> objection.upheld() == null);
    }

    private Optional<Proposal> lastProposal(Card card) {
        List<Proposal> all = proposals.of(card.no());
        return all.stream().reduce((earlier, later) -> later);
    }

    private static Refusal notWaiting(Card card, String step) {
        return new Refusal("警示 " + card.no() + " 现在是“" + card.state().label() + "”，不能" + step + "，请刷新列表。");
    }
}
