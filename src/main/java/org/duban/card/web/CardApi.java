package org.duban.card.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.duban.card.Card;
import org.duban.card.CardFilter;
import org.duban.card.Cards;
import org.duban.card.HandProposal;
import org.duban.card.HandProposals;
import org.duban.card.Objecting;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.Access;
import org.duban.organisation.Units;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cards over REST. */
@RestController
@Tag(name = "红黄牌 / Cards")
class CardApi {

    private static final int MOST = 10_000;
    private static final int LARGEST_PAGE = 200;

    private final Cards cards;
    private final CardFilters filters;
    private final HandProposals proposals;
    private final Objecting objecting;
    private final Access access;
    private final Units units;

    CardApi(
            Cards cards,
            CardFilters filters,
            HandProposals proposals,
            Objecting objecting,
            Access access,
            Units units) {
        this.cards = cards;
        this.filters = filters;
        this.proposals = proposals;
        this.objecting = objecting;
        this.access = access;
        this.units = units;
    }

    /** A page of the cards the caller may see. */
    @GetMapping("/api/cards")
    @Operation(
            summary = "查询红黄牌 / List cards",
            description = "只列出本人有权查看的；单位只看得到已签发给本单位的牌。 / Only what the caller may see; units see their issued"
                    + " cards only. Pass `next` as `after` to go on.")
    CardPage list(
            @ParameterObject CardParameters filter,
            @Parameter(description = "每页件数，1 至 200 / Page size") @RequestParam(defaultValue = "50") int size,
            @Parameter(description = "上一页给出的 next / `next` of the page before") @RequestParam(required = false)
                    String after) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Refusal("size", "每页件数应为 1 至 " + LARGEST_PAGE + "，收到的是 " + size + "。");
        }
        CardFilter wanted = filters.of(filter);
        List<Card> found = cards.page(wanted, after == null || after.isBlank() ? null : CaseNo.of(after), size + 1);
        List<Card> page = found.subList(0, Math.min(size, found.size()));
        return new CardPage(
                page.stream().map(card -> CardItem.of(card, units)).toList(),
                found.size() > size ? page.get(size - 1).no().value() : null,
                cards.countVisible(wanted, MOST));
    }

    /** Everything of one card. */
    @GetMapping("/api/cards/{no}")
    @Operation(summary = "一张牌的全部 / Everything of a card; 404 when it is not the caller's to see")
    CardView card(@PathVariable String no) {
        return cards.visible(CaseNo.of(no))
                .map(file -> CardView.of(file, units))
                .orElseThrow(NoSuchCard::new);
    }

    /** A unit's cards in a period, each counted on its own day. */
    @Schema(description = "一个单位一段时间的发牌数 / Cards of a unit in a period")
    record Count(String unit, String unitName, int yellow, int red, int turnedRed, int revoked, int lifted) {}

    @GetMapping("/api/cards/counts")
    @Operation(
            summary = "各单位发牌数 / Cards by unit over a period",
            description = "按签发、撤销、摘牌当日各自计数，过去的数不会变。 / Counted on the day each happened; the past never changes.")
    List<Count> counts(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from)) {
            throw new Refusal("to", "截止日期 " + to + " 早于起始日期 " + from + "，请改填。");
        }
        return cards.counts(from, to).stream()
                .filter(count -> access.visibleUnits()
                        .map(visible -> visible.contains(count.unit()))
                        .orElse(true))
                .map(count -> new Count(
                        count.unit().value(),
                        units.shortName(count.unit()),
                        count.yellow(),
                        count.red(),
                        count.turnedRed(),
                        count.revoked(),
                        count.lifted()))
                .toList();
    }

    /** Proposes a card by hand. */
    @PostMapping("/api/cards/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "建议发牌 / Propose a card",
            description = "由市环委办（也可代第三方评估组）或参与本案的市直部门提出；同一任务、单位、情形已有在办的牌时归并进去。 / By the"
                    + " office, also for assessors, or by a department that takes part; joins the card that is open.")
    CardItem propose(@RequestBody HandProposal proposal) {
        return CardItem.of(proposals.propose(proposal), units);
    }

    /** An objection to a card. */
    @Schema(description = "异议 / An objection")
    record Objection(@Schema(description = "异议的理由 / Why") String text) {}

    @PostMapping("/api/cards/{no}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "提出异议 / Object to a card",
            description = "由被警示单位在答复以前提出，期限照常计算。 / By the unit, before it answers; the clock runs on.")
    CardItem object(@PathVariable String no, @RequestBody Objection objection) {
        cards.visible(CaseNo.of(no)).orElseThrow(NoSuchCard::new);
        return CardItem.of(objecting.file(CaseNo.of(no), objection.text()), units);
    }
}
