package org.duban.card;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.card.store.ProposalStore;
import org.duban.kernel.Actor;
import org.duban.notice.paper.Draft;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperField;
import org.duban.notice.paper.PaperKind;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.Services;
import org.springframework.stereotype.Component;

/** The papers of a card: made under a key of their own, so that a step done twice makes one, and served. */
@Component
class CardPapers {

    private final Papers papers;
    private final Services services;
    private final ProposalStore proposals;
    private final CardedCases cases;

    CardPapers(Papers papers, Services services, ProposalStore proposals, CardedCases cases) {
        this.papers = papers;
        this.services = services;
        this.proposals = proposals;
        this.cases = cases;
    }

    /** 警示通知书 of the level that is approved. */
    Paper warning(Card card, LocalDate replyDue, Actor approver) {
        Map<String, String> fields = about(card, card.wanted().colour());
        fields.put(PaperField.FACTS, facts(card));
        fields.put(PaperField.CLAUSE, card.wanted().verdict().clause());
        fields.put(PaperField.DEMAND, card.wanted().demand());
        fields.put(PaperField.REPLY_BY, words(replyDue));
        return issue(PaperKind.WARNING, card, "warning/" + card.nextLevel(), fields, approver);
    }

    /** 解除通知书. */
    Paper lifting(Card card, String warningNumber, String result, Actor approver) {
        Map<String, String> fields = about(card, card.colour());
        fields.put(PaperField.WARNING, warningNumber);
        fields.put(PaperField.RESULT, result);
        return issue(PaperKind.LIFTING, card, "lifting", fields, approver);
    }

    /** 约谈记录. */
    Paper interview(Card card, Consequence consequence, CardCommand.CarryOut done, Actor by) {
        Map<String, String> fields = new HashMap<>();
        fields.put(PaperField.PROBLEM, card.title());
        fields.put(PaperField.TALK_TIME, words(done.doneOn()));
        fields.put(PaperField.TALK_PLACE, done.place());
        fields.put(PaperField.TALK_BY, done.ledBy());
        fields.put(PaperField.TALK_WITH, done.attendedBy());
        fields.put(
                PaperField.TALK_CAUSE,
                card.cause().label() + "，" + card.colour().word() + "警示");
        fields.put(PaperField.TALK_MINUTES, done.minutes());
        fields.put(PaperField.TALK_WRITER, by.name());
        if (done.pledge() != null) {
            fields.put(PaperField.TALK_PLEDGE, done.pledge());
        }
        return issue(PaperKind.INTERVIEW, card, "consequence/" + consequence.id(), fields, by);
    }

    /** 督办函. */
    Paper supervision(Card card, Consequence consequence, CardCommand.CarryOut done, Actor by) {
        Map<String, String> fields = about(card, card.colour());
        fields.put(PaperField.FACTS, facts(card));
        fields.put(PaperField.DEMAND, done.demand());
        fields.put(PaperField.REPLY_BY, words(done.replyOn()));
        fields.put(PaperField.CLAUSE, consequence.clause());
        return issue(PaperKind.SUPERVISION, card, "consequence/" + consequence.id(), fields, by);
    }

    void signFor(long paper, Actor by) {
        services.signFor(paper, by);
    }

    void withdraw(long paper, String reason, Actor by) {
        papers.withdraw(paper, reason, by);
    }

    private Paper issue(PaperKind kind, Card card, String key, Map<String, String> fields, Actor by) {
        Paper paper =
                papers.issue(new Draft(kind, card.no(), card.no() + "/" + key, card.unit(), List.of(), fields), by);
        services.serve(paper);
        return paper;
    }

    private Map<String, String> about(Card card, CardColour colour) {
        Map<String, String> fields = new HashMap<>();
        fields.put(PaperField.PROBLEM, card.title());
        fields.put(PaperField.COLOUR, colour.word());
        cases.standing(card.subject())
                .map(CardSubject.Standing::listSerial)
                .ifPresent(serial -> fields.put(PaperField.LIST_NO, serial));
        return fields;
    }

    /** Cause and facts, the ones of the level in hand where there are any. */
    private String facts(Card card) {
        List<Proposal> all = proposals.of(card.no());
        int level = card.wanted() == null ? card.level() : card.nextLevel();
        List<Proposal> ofLevel =
                all.stream().filter(proposal -> proposal.level() == level).toList();
        return (ofLevel.isEmpty() ? all : ofLevel)
                .stream()
                        .map(Proposal::text)
                        .distinct()
                        .collect(Collectors.joining("\n", card.cause().label() + "：", ""));
    }

    private static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
