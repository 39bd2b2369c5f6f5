package org.duban.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.card.ConsequenceRules.Facts;
import org.duban.card.ConsequenceRules.Following;
import org.duban.card.store.ConsequenceStore;
import org.duban.card.store.IssueStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.Paper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from issued cards: decided by the rules, carried out by people where it needs them, kept in a ledger. */
@Service
@Transactional
public class Consequences {

    private final CardRecords records;
    private final ConsequenceStore store;
    private final ConsequenceRules rules;
    private final IssueStore issues;
    private final CardPapers papers;
    private final ReplyClock clock;

    Consequences(
            CardRecords records,
            ConsequenceStore store,
            ConsequenceRules rules,
            IssueStore issues,
            CardPapers papers,
            ReplyClock clock) {
        this.records = records;
        this.store = store;
        this.rules = rules;
        this.issues = issues;
        this.papers = papers;
        this.clock = clock;
    }

    /** Decides what follows from the level just issued. */
    void decide(Card issued, Actor by) {
        for (Following following : rules.of(facts(issued))) {
            LocalDate due = following.days() == null ? null : clock.due(following.days());
            store.addUnlessThere(new Consequence(
                            0,
                            issued.no(),
                            issued.level(),
                            issued.unit(),
                            following.kind(),
                            following.points(),
                            due,
                            following.clause(),
                            following.rule(),
                            records.now(),
                            null,
                            null,
                            null,
                            null,
                            null))
                    .ifPresent(added -> records.save(issued, issued, by, step(added)));
        }
    }

    private Facts facts(Card issued) {
        LocalDate today = records.today();
        LocalDate from = today.withDayOfYear(1);
        int before = issues.yellowsOnTask(issued.subject(), issued.unit(), issued.no());
        return new Facts(
                issued.colour(),
                issued.cause(),
                issued.importance(),
                before + (issued.colour() == CardColour.YELLOW ? 1 : 0),
                issues.issued(issued.unit(), CardColour.YELLOW, from, today),
                issues.issued(issued.unit(), CardColour.RED, from, today));
    }

    private static CardStep step(Consequence added) {
        return CardStep.of(
                CardEvent.CONSEQUENCE_DECIDED,
                "consequence",
                added.id(),
                "kind",
                added.kind().label(),
                "points",
                added.points(),
                "dueOn",
                added.dueOn() == null ? null : added.dueOn().toString(),
                "clause",
                added.clause(),
                "decision",
                added.rule());
    }

    /** What somebody has to carry out because of the level in force. */
    @Transactional(readOnly = true)
    public List<Long> toCarryOut(CaseNo no) {
        int level = issues.of(no).size();
        return store.of(no).stream()
                .filter(consequence -> consequence.level() == level && consequence.open())
                .map(Consequence::id)
                .toList();
    }

    /** 落实后果, by the coordinator. */
    public Consequence carryOut(long id, CardCommand.CarryOut command, Actor by) {
        Consequence found = store.byId(id).orElseThrow(() -> new Refusal("没有这件后果，请刷新页面。"));
        Card card = records.lock(found.card());
        Consequence consequence = store.byId(id).orElseThrow();
        if (!consequence.open()) {
            throw new Refusal("这件“" + consequence.kind().label() + "”已经落实或失效，不必重复办理。");
        }
        LocalDate on = command.doneOn();
        if (on == null) {
            throw new Refusal("doneOn", "请填写落实日期。");
        }
        if (on.isAfter(records.today())) {
            throw new Refusal("doneOn", "落实日期 " + on + " 还没有到，请填写今天或以前的日期。");
        }
        String note = Text.required("note", command.note(), "落实情况");
        Optional<Paper> paper = paper(card, consequence, command, by);
        store.done(id, on, note, paper.map(Paper::id).orElse(null), records.stamp(by));
        records.save(
                card,
                card,
                by,
                CardStep.of(
                        CardEvent.CONSEQUENCE_DONE,
                        "consequence",
                        id,
                        "kind",
                        consequence.kind().label(),
                        "doneOn",
                        on.toString(),
                        "note",
                        note,
                        "number",
                        paper.map(Paper::number).orElse(null)));
        return store.byId(id).orElseThrow();
    }

    private Optional<Paper> paper(Card card, Consequence consequence, CardCommand.CarryOut command, Actor by) {
        return switch (consequence.kind()) {
            case INTERVIEW -> {
                Text.required("place", command.place(), "约谈地点");
                Text.required("ledBy", command.ledBy(), "约谈人");
                Text.required("attendedBy", command.attendedBy(), "被约谈人");
                Text.required("minutes", command.minutes(), "约谈内容");
                yield Optional.of(papers.interview(card, consequence, command, by));
            }
            case SPECIAL_LETTER, LISTED_SUPERVISION -> {
                Text.required("demand", command.demand(), "督办要求");
                if (command.replyOn() == null || !command.replyOn().isAfter(records.today())) {
                    throw new Refusal("replyOn", "请填写书面反馈的期限，应晚于今天。");
                }
                yield Optional.of(papers.supervision(card, consequence, command, by));
            }
            default -> Optional.empty();
        };
    }
}
