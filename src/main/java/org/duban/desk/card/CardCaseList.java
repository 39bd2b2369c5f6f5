package org.duban.desk.card;

import java.util.List;
import java.util.Locale;
import org.duban.desk.CaseItem;
import org.duban.desk.CasePage;
import org.duban.desk.Ledger;
import org.duban.desk.LedgerParameters;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Issued cards as cases among the others, for programs that list cases whatever their flow. */
@Component
public class CardCaseList {

    private final CardList list;
    private final CardListFilters filters;

    CardCaseList(CardList list, CardListFilters filters) {
        this.list = list;
        this.filters = filters;
    }

    /** A page, the newest first; parts of the filter that mean nothing for a card do not narrow it. */
    public CasePage page(LedgerParameters given, int size, String after) {
        if (size < 1 || size > Ledger.MAX_SIZE) {
            throw new Refusal("size", "每页件数 size 应为 1 至 " + Ledger.MAX_SIZE + "，收到的是 " + size + "。");
        }
        String state = given.state() == null || given.state().isEmpty()
                ? null
                : given.state().get(0);
        CardListFilter filter = filters.of(
                new CardListFilters.Given(given.unit(), given.card(), state, null, given.q(), null, null, null), null);
        CardList.Page page = list.page(filter, after, size);
        return new CasePage(
                page.lines().stream().map(CardCaseList::item).toList(),
                page.next(),
                Math.min(page.total(), Ledger.MAX_COUNT),
                Ledger.inWords(page.total()));
    }

    private static CaseItem item(CardList.Line line) {
        CardListRow row = line.row();
        CaseItem.UnitName unit = new CaseItem.UnitName(row.unit(), line.unit());
        return new CaseItem(
                row.no(),
                "card",
                row.title(),
                row.cause().label(),
                unit,
                List.of(unit),
                null,
                new CaseItem.Word(row.state().name(), row.state().label()),
                null,
                row.state().awaitsReply() ? row.replyDueOn() : null,
                null,
                null,
                line.late(),
                1,
                row.colour().name().toLowerCase(Locale.ROOT),
                row.closedAt() == null ? row.issuedAt() : row.closedAt(),
                null,
                null,
                null);
    }
}
