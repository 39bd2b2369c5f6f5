package org.duban.desk.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.card.Card;
import org.duban.card.CardDecision;
import org.duban.card.CardFile;
import org.duban.card.Cards;
import org.duban.card.Consequence;
import org.duban.deadline.DeadlineLedger;
import org.duban.desk.CaseView;
import org.duban.desk.CaseWork;
import org.duban.desk.Limits;
import org.duban.evidence.Evidence;
import org.duban.evidence.EvidenceService;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.Delivery;
import org.duban.notice.service.Services;
import org.duban.organisation.Access;
import org.duban.organisation.GroupWords;
import org.duban.organisation.Units;
import org.duban.problem.CaseAccess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of one card shows. */
@Service
@Transactional(readOnly = true)
public class CardPages {

    private final Cards cards;
    private final CardBoard board;
    private final RuleReferences rules;
    private final Papers papers;
    private final Services services;
    private final DeadlineLedger deadlines;
    private final EvidenceService evidence;
    private final CaseWork work;
    private final CaseAccess subjects;
    private final GroupWords groups;
    private final Units units;
    private final Access access;

    CardPages(
            Cards cards,
            CardBoard board,
            RuleReferences rules,
            Papers papers,
            Services services,
            DeadlineLedger deadlines,
            EvidenceService evidence,
            CaseWork work,
            CaseAccess subjects,
            GroupWords groups,
            Units units,
            Access access) {
        this.cards = cards;
        this.board = board;
        this.rules = rules;
        this.papers = papers;
        this.services = services;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.work = work;
        this.subjects = subjects;
        this.groups = groups;
        this.units = units;
        this.access = access;
    }

    /** A paper of the card with how it was served. */
    public record Served(Paper paper, List<Way> deliveries) {}

    /** A delivery and its unit's name. */
    public record Way(Delivery delivery, String unit) {}

    /** A consequence with the rule that decided it. */
    public record Following(Consequence consequence, RuleReferences.Reference rule) {}

    /** A task somebody has to do, and whose it is. */
    public record Waiting(CaseWork.OpenWork work, String whom) {}

    /**
     * What the page shows.
     *
     * @param office whether the reader sees what is the office's own: proposals and what was said about them
     * @param subjectSeen whether the reader may open the case it is about
     * @param facts what was brought up, with what the rules saw
     * @param decisions what may be told of what was decided
     */
    public record View(
            CardFile file,
            String unit,
            boolean office,
            boolean subjectSeen,
            List<Waiting> waiting,
            List<CardBoard.FactLine> facts,
            List<CardDecision> decisions,
            List<Served> papers,
            List<Following> consequences,
            List<CaseView.Limit> limits,
            CaseWork.Steps steps,
            Map<String, List<Evidence>> evidence,
            List<CardStory.Line> story) {

        public Card card() {
            return file.card();
        }

        /** Evidence handed in with that task. */
        public List<Evidence> of(String taskId) {
            return evidence.getOrDefault(taskId, List.of());
        }

        public List<CaseView.Limit> openLimits() {
            return limits.stream().filter(limit -> limit.entry().isOpen()).toList();
        }

        public List<CaseView.Limit> pastLimits() {
            return limits.stream().filter(limit -> !limit.entry().isOpen()).toList();
        }
    }

    /** Empty when the number is malformed, unknown or not for this person, all three alike. */
    public Optional<View> view(String number) {
        return visible(number).map(this::view);
    }

    /** The model of the card's process, for the picture. */
    public Optional<String> model(String number) {
        return visible(number).flatMap(file -> work.model(file.card().no()));
    }

    private Optional<CardFile> visible(String number) {
        try {
            return cards.visible(CaseNo.of(number));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private View view(CardFile file) {
        Card card = file.card();
        boolean office = access.visibleUnits().isEmpty();
        Map<Long, List<Way>> deliveries = services.of(card.no()).stream()
                .collect(Collectors.groupingBy(
                        Delivery::paperId,
                        Collectors.mapping(
                                delivery -> new Way(delivery, units.shortName(delivery.unit())), Collectors.toList())));
        return new View(
                file,
                units.shortName(card.unit()),
                office,
                subjects.maySee(card.subject()) || office,
                work.open(card.no()).stream()
                        .map(open -> new Waiting(open, groups.of(open.groups())))
                        .toList(),
                file.proposals().stream()
                        .filter(proposal -> office || proposal.level() <= card.level())
                        .map(board::fact)
                        .toList(),
                file.decisions().stream()
                        .filter(decision -> office || CardStory.told(decision))
                        .toList(),
                papers.of(card.no()).stream()
                        .map(paper -> new Served(paper, deliveries.getOrDefault(paper.id(), List.of())))
                        .toList(),
                file.consequences().stream()
                        .map(one -> new Following(one, rules.of(one.rule())))
                        .toList(),
                deadlines.explain(deadlines.all(card.no())).stream()
                        .map(Limits::of)
                        .toList(),
                work.steps(card.no()).orElse(null),
                evidence.byCase(card.no()).stream()
                        .filter(Evidence::filed)
                        .collect(Collectors.groupingBy(Evidence::taskId)),
                CardStory.of(file, office));
    }
}
