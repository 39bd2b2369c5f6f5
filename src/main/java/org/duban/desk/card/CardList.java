package org.duban.desk.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.duban.card.CardColour;
import org.duban.desk.store.CardBoardStore;
import org.duban.desk.store.CardListDeskStore;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of issued cards a person may see: filtered, paged, counted, exported. */
@Service
@Transactional(readOnly = true)
public class CardList {

    /** The longest export, in lines. */
    public static final int MAX_LINES = 100_000;

    /** The usual page. */
    public static final int SIZE = 50;

    private static final int MAX_COUNT = 10_000;

    private final CardListDeskStore store;
    private final CardBoardStore board;
    private final Access access;
    private final Units units;
    private final Clock clock;

    CardList(CardListDeskStore store, CardBoardStore board, Access access, Units units, Clock clock) {
        this.store = store;
        this.board = board;
        this.access = access;
        this.units = units;
        this.clock = clock;
    }

    /**
     * An issued card.
     *
     * @param days since it was issued, until today or until it was lifted or revoked
     * @param late the answer is overdue
     */
    public record Line(CardListRow row, String unit, LocalDate issuedOn, LocalDate closedOn, long days, boolean late) {

        /** 黄牌, 红牌, 红牌（黄牌转红牌）. */
        public String colour() {
            return row.colour().word() + (row.turned() ? "（由黄牌转）" : "");
        }
    }

    /** A page; {@code next} is null on the last. */
    public record Page(List<Line> lines, String next, int total) {}

    /** True for those who see every unit's cards, and what is only proposed too. */
    public boolean oversees() {
        return access.visibleUnits().isEmpty();
    }

    public Page page(CardListFilter filter, String after, int size) {
        long micros = 0;
        String no = null;
        if (after != null && !after.isBlank()) {
            String[] parts = after.split("-", 2);
            try {
                micros = Long.parseLong(parts[0]);
                no = parts[1];
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new Refusal("after", "翻页位置“" + after + "”无法识别，请从第一页看起。");
            }
        }
        LocalDate today = LocalDate.now(clock);
        Set<UnitCode> visible = access.visibleUnits().orElse(null);
        List<CardListRow> found = store.page(filter, visible, today, micros, no, size + 1);
        List<CardListRow> shown = found.size() > size ? found.subList(0, size) : found;
        return new Page(
                shown.stream().map(row -> line(row, today)).toList(),
                found.size() > size ? shown.get(size - 1).cursor() : null,
                store.count(filter, visible, today, MAX_COUNT + 1));
    }

    private Line line(CardListRow row, LocalDate today) {
        LocalDate issued = Days.of(row.issuedAt());
        LocalDate closed = Days.of(row.closedAt());
        return new Line(
                row,
                units.shortName(UnitCode.of(row.unit())),
                issued,
                closed,
                ChronoUnit.DAYS.between(issued, closed == null ? today : closed),
                row.state().awaitsReply()
                        && row.replyDueOn() != null
                        && row.replyDueOn().isBefore(today));
    }

    /** Hands the lines over one by one, so that any number of them needs little memory. */
    public void export(CardListFilter filter, Consumer<Line> lines) {
        LocalDate today = LocalDate.now(clock);
        store.stream(
                filter, access.visibleUnits().orElse(null), today, MAX_LINES, row -> lines.accept(line(row, today)));
    }

    /** How many cards each tab holds, under the filter in hand where the tab can be filtered. */
    public Map<CardTab, String> counts(CardListFilter filter) {
        Map<CardTab, String> counts = new EnumMap<>(CardTab.class);
        Set<UnitCode> visible = access.visibleUnits().orElse(null);
        LocalDate today = LocalDate.now(clock);
        if (visible == null) {
            Map<String, Integer> waiting = board.waiting();
            counts.put(CardTab.REVIEW, inWords(waiting.getOrDefault("PROPOSED", 0)));
            counts.put(
                    CardTab.APPROVAL,
                    inWords(waiting.getOrDefault("REVIEWED", 0) + waiting.getOrDefault("APPROVED", 0)));
            counts.put(CardTab.NONE, inWords(board.countNotGranted(MAX_COUNT + 1)));
        }
        for (CardTab tab : CardTab.values()) {
            if (tab.issued()) {
                counts.put(tab, inWords(store.count(filter.on(tab), visible, today, MAX_COUNT + 1)));
            }
        }
        return counts;
    }

    /** The colour in force of those of these cases that have a card. */
    public Map<String, CardColour> coloursOf(List<String> subjects) {
        return subjects.isEmpty() ? Map.of() : store.coloursOf(subjects);
    }

    /** The unit's short name. */
    public String unitName(UnitCode code) {
        return units.shortName(code);
    }

    private static String inWords(int count) {
        return count > MAX_COUNT ? MAX_COUNT + "+" : String.valueOf(count);
    }
}
