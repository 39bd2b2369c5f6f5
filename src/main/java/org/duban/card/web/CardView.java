package org.duban.card.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.card.CardDecision;
import org.duban.card.CardFile;
import org.duban.card.Consequence;
import org.duban.card.Issue;
import org.duban.card.Lifting;
import org.duban.card.Objection;
import org.duban.card.Proposal;
import org.duban.card.Reply;
import org.duban.card.Signature;
import org.duban.card.Stamp;
import org.duban.organisation.Units;

/** Everything of a card in words, for programs and forms. */
@Schema(description = "一张牌的全部 / Everything of a card")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardView(
        CardItem card,
        String demand,
        Integer replyDays,
        String approver,
        List<Brought> proposals,
        List<Decided> decisions,
        List<Issued> issues,
        List<Said> signatures,
        List<Answered> replies,
        List<Objected> objections,
        List<Applied> liftings,
        List<Followed> consequences) {

    private static final Set<CardDecision.Kind> FOR_UNITS =
            EnumSet.of(CardDecision.Kind.REPLY_CHECK, CardDecision.Kind.SITE_CHECK, CardDecision.Kind.LIFTING);

    /** Who did something when, and what was said. */
    record Said(String name, Instant at, String text) {}

    record Brought(
            int level,
            String proposer,
            String proposerName,
            String text,
            Map<String, Object> facts,
            String colour,
            String clause,
            String rule,
            Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            int level, String kind, String outcome, String colour, String clause, Integer replyDays, Said said) {}

    record Issued(
            int level,
            String colour,
            String clause,
            String rule,
            String demand,
            String number,
            long paper,
            LocalDate issuedOn,
            LocalDate replyDueOn,
            String approver,
            Said approved) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(int level, LocalDate completedOn, int evidence, String taskId, Said said) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Objected(Said said, Boolean upheld, Said decided) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Applied(
            Said said,
            int evidence,
            String taskId,
            LocalDate visitedOn,
            String visitors,
            String number,
            Long paper,
            Instant liftedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Followed(
            long id,
            int level,
            String kind,
            String kindLabel,
            Integer points,
            LocalDate dueOn,
            String clause,
            String rule,
            boolean open,
            LocalDate doneOn,
            Said done,
            Long paper,
            Instant voidAt) {}

    /**
     * @param whole for the office; a unit sees what was issued to it and what was found about its answers, not how the
     *     office came to decide
     */
    static CardView of(CardFile file, Units units, boolean whole) {
        var wanted = whole ? file.card().wanted() : null;
        return new CardView(
                CardItem.of(file.card(), units),
                wanted == null ? null : wanted.demand(),
                wanted == null ? null : wanted.verdict().replyDays(),
                wanted == null ? null : wanted.verdict().approver(),
                file.proposals().stream()
                        .filter(one -> whole || one.level() <= file.card().level())
                        .map(CardView::brought)
                        .toList(),
                file.decisions().stream()
                        .filter(one -> whole || FOR_UNITS.contains(one.kind()))
                        .map(CardView::decided)
                        .toList(),
                file.issues().stream().map(CardView::issued).toList(),
                file.signatures().stream().map(CardView::signed).toList(),
                file.replies().stream().map(CardView::answered).toList(),
                file.objections().stream().map(CardView::objected).toList(),
                file.liftings().stream().map(CardView::applied).toList(),
                file.consequences().stream().map(CardView::followed).toList());
    }

    private static Said said(Stamp stamp, String text) {
        return stamp == null ? null : new Said(stamp.by().name(), stamp.at(), text);
    }

    private static Brought brought(Proposal one) {
        return new Brought(
                one.level(),
                one.proposer().label(),
                one.proposerName(),
                one.text(),
                one.facts(),
                one.verdict().colour().word(),
                one.verdict().clause(),
                one.verdict().rule(),
                one.stamp().at());
    }

    private static Decided decided(CardDecision one) {
        return new Decided(
                one.level(),
                one.kind().label(),
                one.outcome().label(),
                one.colour() == null ? null : one.colour().word(),
                one.clause(),
                one.replyDays(),
                said(one.stamp(), one.reason()));
    }

    private static Issued issued(Issue one) {
        return new Issued(
                one.level(),
                one.colour().word(),
                one.verdict().clause(),
                one.verdict().rule(),
                one.demand(),
                one.paperNumber(),
                one.paperId(),
                one.issuedOn(),
                one.replyDueOn(),
                one.verdict().approver(),
                said(one.approved(), null));
    }

    private static Said signed(Signature one) {
        return said(one.stamp(), one.note());
    }

    private static Answered answered(Reply one) {
        return new Answered(
                one.level(), one.completedOn(), one.evidence(), one.taskId(), said(one.stamp(), one.text()));
    }

    private static Objected objected(Objection one) {
        return new Objected(said(one.stamp(), one.text()), one.upheld(), said(one.decided(), one.answer()));
    }

    private static Applied applied(Lifting one) {
        return new Applied(
                said(one.stamp(), one.text()),
                one.evidence(),
                one.taskId(),
                one.visitedOn(),
                one.visitors(),
                one.paperNumber(),
                one.paperId(),
                one.liftedAt());
    }

    static Followed followed(Consequence one) {
        return new Followed(
                one.id(),
                one.level(),
                one.kind().name(),
                one.kind().label(),
                one.points(),
                one.dueOn(),
                one.clause(),
                one.rule(),
                one.open(),
                one.doneOn(),
                said(one.done(), one.note()),
                one.paperId(),
                one.voidAt());
    }
}
