package org.duban.card.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.duban.card.Card;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.card.Verdict;
import org.duban.organisation.Units;

/** A card in a list. */
@Schema(description = "一张牌 / A card")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardItem(
        @Schema(description = "警示编号 / Number", example = "HP2026-000012")
        String no,

        @Schema(description = "案号 / Case it is about") String subject,
        String title,
        String unit,
        String unitName,
        CardCause cause,
        String causeLabel,

        @Schema(description = "现行牌级，还没有签发的为建议的牌级 / Colour in force, or proposed")
        CardColour colour,

        String colourLabel,

        @Schema(description = "正在审核审批的牌级 / Colour being decided")
        CardColour wantedColour,

        @Schema(description = "已签发几级：0 只是建议 / Issued levels, 0 for a proposal")
        int level,

        CardState state,
        String stateLabel,
        String proposer,
        Instant proposedAt,
        String clause,
        String rule,
        LocalDate replyDueOn,
        Instant issuedAt,
        Instant closedAt,
        String closingReason) {

    static CardItem of(Card card, Units units) {
        Verdict verdict = card.wanted() == null ? null : card.wanted().verdict();
        CardColour colour = card.shownColour();
        return new CardItem(
                card.no().value(),
                card.subject().value(),
                card.title(),
                card.unit().value(),
                units.shortName(card.unit()),
                card.cause(),
                card.cause().label(),
                colour,
                colour == null ? null : colour.word(),
                verdict == null || !card.open() ? null : verdict.colour(),
                card.level(),
                card.state(),
                card.state().label(),
                card.proposer().label(),
                card.proposedAt(),
                verdict == null ? null : verdict.clause(),
                verdict == null ? null : verdict.rule(),
                card.replyDueOn(),
                card.issuedAt(),
                card.closedAt(),
                card.closingReason());
    }
}
