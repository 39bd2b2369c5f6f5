package org.duban.desk.card;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.card.CardColour;
import org.duban.deadline.LadderAction;
import org.duban.deadline.ProposalForecast;
import org.duban.deadline.ProposalForecast.Coming;
import org.duban.deadline.SubjectKind;
import org.duban.desk.store.CardListDeskStore;
import org.duban.desk.store.ComingCardStore;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.duban.round.Round;
import org.duban.round.Rounds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who will be proposed for a card next, if nothing happens before: from deadlines, rounds and answers that are due. */
@Service
@Transactional(readOnly = true)
public class ComingCards {

    private static final int DAYS = 7;
    private static final int MOST = 300;

    /** The open one and the frozen one before it. */
    private static final int ROUNDS = 3;

    private final ProposalForecast forecast;
    private final ComingCardStore store;
    private final CardListDeskStore cards;
    private final Rounds rounds;
    private final Units units;
    private final Clock clock;

    ComingCards(
            ProposalForecast forecast,
            ComingCardStore store,
            CardListDeskStore cards,
            Rounds rounds,
            Units units,
            Clock clock) {
        this.forecast = forecast;
        this.store = store;
        this.cards = cards;
        this.rounds = rounds;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What may come.
     *
     * @param on the day it would be proposed
     * @param no the case, or the card whose answer is due
     * @param reason why, and what would avert it
     * @param basis the rule it rests on
     * @param held the colour the case has in force already; null for none
     */
    public record Line(
            LocalDate on,
            CardColour colour,
            String no,
            String title,
            String unitCode,
            String unit,
            String reason,
            String basis,
            CardColour held) {}

    /**
     * What may come.
     *
     * @param later what hangs on the open round that freezes after these days
     * @param more there are more than are shown
     */
    public record View(LocalDate from, LocalDate to, List<Line> lines, List<Line> later, boolean more) {}

    public View view() {
        LocalDate today = LocalDate.now(clock);
        LocalDate to = today.plusDays(DAYS);
        List<Line> lines = new ArrayList<>(deadlines());
        lines.addAll(replies(today, to));
        List<Line> later = new ArrayList<>();
        behind().forEach(line -> (line.on() == null || line.on().isAfter(to) ? later : lines).add(line));
        lines.sort(Comparator.comparing(Line::on).thenComparing(Line::unitCode).thenComparing(Line::no));
        boolean more = lines.size() > MOST;
        return new View(today, to, more ? lines.subList(0, MOST) : lines, later, more);
    }

    private List<Line> deadlines() {
        List<Coming> coming = forecast.within(DAYS).stream()
                .filter(one -> ofUnit(one) != null && isCarded(one))
                .toList();
        Map<String, CardColour> held = cards.coloursOf(coming.stream()
                .map(one -> one.entry().caseNo().value())
                .distinct()
                .toList());
        return coming.stream().map(one -> line(one, held)).toList();
    }

    private Line line(Coming one, Map<String, CardColour> held) {
        UnitCode unit = ofUnit(one);
        String no = one.entry().caseNo().value();
        return new Line(
                one.on(),
                one.action() == LadderAction.PROPOSE_RED ? CardColour.RED : CardColour.YELLOW,
                no,
                one.subject().title(),
                unit.value(),
                units.shortName(unit),
                "“" + one.entry().name() + "”" + one.entry().currentDueOn() + " 到期，届时超期 " + one.daysLate() + " 天仍未完成",
                one.clause(),
                held.get(no));
    }

    private static boolean isCarded(Coming one) {
        SubjectKind kind = SubjectKind.of(one.entry().caseNo());
        return kind == SubjectKind.PROBLEM || kind == SubjectKind.PETITION;
    }

    /** Whose deadline it is; null for the office's own and where no unit is settled. */
    private static UnitCode ofUnit(Coming one) {
        String holder = one.entry().course().holder();
        if (holder == null) {
            return one.subject().leadUnit();
        }
        return holder.startsWith("unit")
                ? UnitCode.of(holder.replaceFirst("^unit", "").replaceFirst("head$", ""))
                : null;
    }

    private List<Line> replies(LocalDate from, LocalDate to) {
        return store.repliesDue(from, to.minusDays(1), MOST).stream()
                .map(one -> new Line(
                        one.dueOn().plusDays(1),
                        CardColour.RED,
                        one.no(),
                        one.title(),
                        one.unit(),
                        units.shortName(UnitCode.of(one.unit())),
                        "黄牌书面答复期限 " + one.dueOn() + " 届满，现在“" + one.state().label() + "”，届时仍未答复",
                        "黄牌逾期未答复",
                        CardColour.YELLOW))
                .toList();
    }

    private List<Line> behind() {
        List<Round> known =
                rounds.latest(ROUNDS).stream().map(Rounds.Overview::round).toList();
        Optional<Round> frozen = known.stream().filter(Round::frozen).max(Comparator.comparing(Round::month));
        if (frozen.isEmpty()) {
            return List.of();
        }
        LocalDate cutOff = known.stream()
                .filter(round -> !round.frozen())
                .findFirst()
                .map(Round::cutOffOn)
                .orElse(null);
        List<ComingCardStore.Behind> found = store.behindOnce(frozen.get().no().value(), MOST);
        Map<String, CardColour> held =
                cards.coloursOf(found.stream().map(ComingCardStore.Behind::no).toList());
        return found.stream()
                .map(one -> new Line(
                        cutOff == null ? null : cutOff.plusDays(1),
                        CardColour.YELLOW,
                        one.no(),
                        one.title(),
                        one.leadUnit(),
                        units.shortName(UnitCode.of(one.leadUnit())),
                        frozen.get().title() + "未达序时进度，下一轮仍未达到",
                        "连续两个月未达序时进度",
                        held.get(one.no())))
                .toList();
    }
}
