package org.duban.desk.brief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duban.desk.store.BriefFactStore;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.duban.round.ItemStatus;
import org.duban.round.Round;
import org.duban.round.RoundItem;
import org.duban.round.RoundUnit;
import org.duban.round.Rounds;
import org.duban.round.UnitState;
import org.springframework.stereotype.Component;

/** Counts a frozen round, and what happened to problems and cards since the one before it. */
@Component
class Figures {

    private static final int ROUNDS_BACK = 24;
    private static final Map<UnitState, FigureKey> STATES = Map.of(
            UnitState.REPORTED, FigureKey.REPORTED,
            UnitState.LATE, FigureKey.LATE,
            UnitState.SILENT, FigureKey.SILENT);
    private static final Map<ItemStatus, FigureKey> STATUSES = Map.of(
            ItemStatus.DONE, FigureKey.DONE,
            ItemStatus.ON_SCHEDULE, FigureKey.ON_SCHEDULE,
            ItemStatus.BEHIND, FigureKey.BEHIND,
            ItemStatus.STANDING, FigureKey.STANDING);

    private final Rounds rounds;
    private final Units units;
    private final BriefFactStore facts;

    Figures(Rounds rounds, Units units, BriefFactStore facts) {
        this.rounds = rounds;
        this.units = units;
        this.facts = facts;
    }

    Register of(Round round) {
        Map<FigureKey, List<FigureLine>> lists = new EnumMap<>(FigureKey.class);
        for (FigureKey key : FigureKey.values()) {
            lists.put(key, new ArrayList<>());
        }
        rounds.units(round.no()).forEach(unit -> count(unit, lists));
        Set<CaseNo> twice = new HashSet<>(rounds.behindTwice(round.no()));
        Set<CaseNo> told = new HashSet<>();
        rounds.each(round.no(), item -> {
            count(item, lists);
            if (twice.contains(item.problem()) && told.add(item.problem())) {
                lists.get(FigureKey.BEHIND_TWICE).add(line(item));
            }
        });
        Period period = period(round);
        lists.put(FigureKey.REGISTERED, lines(facts.registered(period)));
        lists.put(FigureKey.STRUCK_OFF, lines(facts.struckOff(period)));
        lists.put(FigureKey.YELLOW, lines(facts.issued(period, "YELLOW")));
        lists.put(FigureKey.RED, lines(facts.issued(period, "RED")));
        lists.put(FigureKey.LIFTED, lines(facts.lifted(period)));
        lists.put(FigureKey.IN_FORCE, lines(facts.inForce(period)));
        return new Register(lists);
    }

    /** Since the end of the round before, so that nothing is counted twice or never; else since the month began. */
    Period period(Round round) {
        Instant after = rounds.latest(ROUNDS_BACK).stream()
                .map(Rounds.Overview::round)
                .filter(other -> other.month().isBefore(round.month()) && other.frozen())
                .map(Round::frozenAt)
                .filter(end -> end.isBefore(round.frozenAt()))
                .max(Instant::compareTo)
                .orElseGet(() -> round.month().atDay(1).atStartOfDay(Zones.CITY).toInstant());
        return new Period(after, round.frozenAt());
    }

    private void count(RoundUnit unit, Map<FigureKey, List<FigureLine>> lists) {
        FigureLine line = new FigureLine(unit.unit().value(), name(unit.unit()), null, words(unit));
        lists.get(FigureKey.UNITS).add(line);
        FigureKey key = STATES.get(unit.state());
        if (key != null) {
            lists.get(key).add(line);
        }
    }

    private static String words(RoundUnit unit) {
        String chased = unit.chases() == 0 ? "" : "，催报 " + unit.chases() + " 次";
        return unit.state().label() + "，问题 " + unit.items() + " 项" + chased;
    }

    private void count(RoundItem item, Map<FigureKey, List<FigureLine>> lists) {
        lists.get(FigureKey.ITEMS).add(line(item));
        FigureKey key = item.said() == null
                ? FigureKey.UNREPORTED
                : STATUSES.get(item.said().status());
        lists.get(key).add(line(item));
    }

    private FigureLine line(RoundItem item) {
        return new FigureLine(item.problem().value(), item.title(), name(item.unit()), words(item));
    }

    /** 序时 70%，实际 50%；进展；存在问题：…. */
    static String words(RoundItem item) {
        RoundItem.Said said = item.said();
        if (said == null) {
            return "未报";
        }
        List<String> words = new ArrayList<>();
        words.add((item.planned() == null ? "" : "序时 " + item.planned() + "%，") + "实际 " + said.actual() + "%");
        words.add(Objects.requireNonNullElse(said.text(), "").strip().replaceFirst("[。；]+$", ""));
        words.add(
                said.issue() == null || said.issue().isBlank()
                        ? ""
                        : "存在问题：" + said.issue().strip());
        words.removeIf(String::isEmpty);
        return String.join("；", words);
    }

    private List<FigureLine> lines(List<BriefFactStore.Line> found) {
        return found.stream()
                .map(line -> new FigureLine(
                        line.no(),
                        line.title(),
                        line.unit() == null ? "" : name(UnitCode.of(line.unit())),
                        line.words()))
                .toList();
    }

    private String name(UnitCode code) {
        return units.byCode(code).map(Unit::name).orElse(code.value());
    }
}
