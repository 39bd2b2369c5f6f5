package org.duban.desk.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duban.card.Card;
import org.duban.card.CardDecision;
import org.duban.card.CardFile;
import org.duban.card.Consequence;
import org.duban.card.Issue;
import org.duban.card.Lifting;
import org.duban.card.Proposal;
import org.duban.card.ProposerKind;
import org.duban.card.Reply;
import org.duban.card.Stamp;
import org.duban.kernel.Actor;

/** A card's story told from its file: what happened when, by whom and why. */
public final class CardStory {

    /**
     * One line.
     *
     * @param details what belongs to it, each 名称：内容
     */
    public record Line(Instant at, String what, String who, List<String> details) {}

    private final CardFile file;
    private final List<Line> lines = new ArrayList<>();

    private CardStory(CardFile file) {
        this.file = file;
    }

    /** The earliest first; {@code office} tells what is the office's own too. */
    static List<Line> of(CardFile file, boolean office) {
        CardStory story = new CardStory(file);
        if (office) {
            file.proposals().forEach(story::proposed);
        }
        file.decisions().stream()
                .filter(decision -> office || CardStory.told(decision))
                .forEach(story::decided);
        file.issues().forEach(story::issued);
        file.signatures().forEach(signed -> story.add(signed.stamp(), "签收警示通知书", "备注：", signed.note()));
        file.replies().forEach(story::replied);
        story.objections();
        file.liftings().forEach(story::lifting);
        file.consequences().forEach(story::followed);
        story.ended();
        return story.lines.stream().sorted(Comparator.comparing(Line::at)).toList();
    }

    /** What a unit is told: the office's talk about a proposal is not. */
    static boolean told(CardDecision decision) {
        return switch (decision.kind()) {
            case REVIEW, WITHDRAWAL -> false;
            case APPROVAL -> decision.outcome() == CardDecision.Outcome.APPROVED;
            case REPLY_CHECK, SITE_CHECK, LIFTING -> true;
        };
    }

    private void proposed(Proposal proposal) {
        boolean rule = proposal.proposer() == ProposerKind.RULE;
        lines.add(new Line(
                proposal.stamp().at(),
                proposal.level() > 1
                        ? "建议转红牌"
                        : "建议发" + proposal.verdict().colour().word(),
                rule ? "系统按规则" : proposal.proposerName(),
                List.of(
                        "事实：" + proposal.text(),
                        "依据：" + proposal.verdict().clause())));
    }

    private void decided(CardDecision decision) {
        boolean colour = decision.colour() != null && decision.kind() != CardDecision.Kind.WITHDRAWAL;
        add(
                decision.stamp(),
                decision.kind().label() + "：" + decision.outcome().label()
                        + (colour ? "（" + decision.colour().word() + "）" : ""),
                "意见：",
                decision.reason());
    }

    private void issued(Issue issue) {
        add(
                new Stamp(issue.approved().by(), issue.issuedAt()),
                issue.level() > 1 ? "黄牌转为红牌，签发警示通知书" : "签发" + issue.colour().word() + "警示通知书",
                "文号：",
                issue.paperNumber(),
                "书面反馈期限：",
                issue.replyDueOn().toString());
    }

    private void replied(Reply reply) {
        add(
                reply.stamp(),
                "书面答复",
                "整改情况：",
                reply.text(),
                "完成日期：",
                reply.completedOn() == null ? null : reply.completedOn().toString(),
                "佐证材料：",
                reply.evidence() == 0 ? null : reply.evidence() + " 份");
    }

    private void objections() {
        file.objections().forEach(objection -> {
            add(objection.stamp(), "提出异议", "理由：", objection.text());
            if (objection.decided() != null) {
                add(objection.decided(), objection.upheld() ? "异议成立" : "异议不成立", "裁定：", objection.answer());
            }
        });
    }

    private void lifting(Lifting lifting) {
        add(lifting.stamp(), "申请摘牌", "整改完成情况：", lifting.text(), "佐证材料：", lifting.evidence() + " 份");
        if (lifting.liftedAt() != null) {
            add(new Stamp(Actor.system(), lifting.liftedAt()), "摘牌，签发解除通知书", "文号：", lifting.paperNumber());
        }
    }

    private void followed(Consequence consequence) {
        add(
                new Stamp(Actor.system(), consequence.decidedAt()),
                "产生后果：" + consequence.kind().label(),
                "扣分：",
                consequence.points() == null ? null : consequence.points().toString(),
                "依据：",
                consequence.clause());
        if (consequence.done() != null) {
            add(consequence.done(), "落实后果：" + consequence.kind().label(), "情况：", consequence.note());
        }
    }

    private void ended() {
        Card card = file.card();
        if (card.closedAt() != null && card.closingReason() != null && card.level() > 0) {
            add(new Stamp(Actor.system(), card.closedAt()), card.state().label(), "理由：", card.closingReason());
        }
    }

    private void add(Stamp stamp, String what, String... labelled) {
        List<String> details = new ArrayList<>();
        for (int i = 0; i < labelled.length; i += 2) {
            if (labelled[i + 1] != null && !labelled[i + 1].isBlank()) {
                details.add(labelled[i] + labelled[i + 1]);
            }
        }
        lines.add(new Line(stamp.at(), what, who(stamp.by()), details));
    }

    static String who(Actor by) {
        return by.onBehalfOf() == null ? by.name() : by.name() + "（代 " + by.onBehalfOf() + "）";
    }
}
