package org.duban.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The use cases of a monthly round. A round is opened once for a month, and one at a time; units report side by side,
 * and a freeze waits for those at it and lets nobody in afterwards.
 */
@Service
@Transactional
public class RoundService {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RoundStore store;
    private final RoundDeadlines deadlines;
    private final RoundFlow flow;
    private final RoundSettings settings;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    RoundService(
            RoundStore store,
            RoundDeadlines deadlines,
            RoundFlow flow,
            RoundSettings settings,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.flow = flow;
        this.settings = settings;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Opens the month's round by hand and starts its process; a month that has one keeps it.
     *
     * @throws Refusal when the month is not the current or the last one, or another round is not frozen yet
     */
    public Round open(YearMonth month, Actor by) {
        YearMonth current = YearMonth.from(today());
        if (month.isAfter(current) || month.isBefore(current.minusMonths(1))) {
            throw new Refusal(
                    "month",
                    "只能发起本月（" + Round.monthWords(current) + "）或上月的调度，不能发起 " + Round.monthWords(month) + "的，请重新选择月份。");
        }
        Optional<Round> opened = register(month, by);
        opened.ifPresent(flow::start);
        return find(CaseNo.round(month));
    }

    /**
     * Opens the round whose opening day came last, from within its process; empty when the month has one. A round past
     * its cut-off that nobody has frozen yet, because the application stood still meanwhile, is frozen first.
     */
    public Optional<Round> openDue() {
        store.open()
                .filter(round -> !deadlines.cutOffAt(round.no()).isAfter(clock.instant()))
                .ifPresent(round -> freeze(round.no(), Actor.system()));
        return register(settings.monthDue(today()), Actor.system());
    }

    private Optional<Round> register(YearMonth month, Actor by) {
        Round round = Round.opened(month, clock.instant(), by);
        if (!store.add(round)) {
            if (store.find(round.no()).isPresent()) {
                return Optional.empty();
            }
            String other = store.open().map(Round::title).orElse("另一轮调度");
            throw new Refusal("month", other + "还没有冻结，请先冻结，再发起 " + round.title() + "。");
        }
        deadlines.open(round.no(), today());
        announce(round, RoundFact.OPENED, null, by, Map.of("month", month.toString()));
        return Optional.of(round);
    }

    /** 生成调度表: what every unit has to report on, with the progress due today. */
    public void generate(CaseNo no) {
        store.addTable(no, store.openProblems(clock.instant()), today());
    }

    /** The units of the round, a task each. */
    @Transactional(readOnly = true)
    public List<UnitCode> units(CaseNo no) {
        return store.units(no);
    }

    /** The moment the results freeze by themselves. */
    @Transactional(readOnly = true)
    public Instant cutOffAt(CaseNo no) {
        return deadlines.cutOffAt(no);
    }

    /** 填报月调度 by one unit, all its rows at once. */
    public void report(CaseNo no, UnitCode unit, ReportRound command, Actor by) {
        Round round = store.hold(no).orElseThrow(() -> unknown(no));
        mustBeOpen(round);
        List<RoundItem> table = store.table(no, unit);
        if (table.isEmpty()) {
            throw new Refusal("本单位不在 " + round.title() + "的应报单位中，不能填报。请刷新任务列表。");
        }
        List<FiledItem> filed = Reporting.filed(table, command);
        Instant now = clock.instant();
        boolean late = deadlines.late(no, now);
        if (!store.settle(no, unit, late ? UnitState.LATE : UnitState.REPORTED, now, by)) {
            throw new Refusal("本单位已经报过 " + round.title() + "，不用再报。以后的变化请在下一个月的月调度中填写。");
        }
        store.fill(no, unit, filed);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("late", late);
        data.put("items", filed.size());
        data.put("changed", filed.stream().filter(item -> !item.unchanged()).count());
        data.put(
                "behind",
                filed.stream()
                        .filter(item -> item.status() == ItemStatus.BEHIND)
                        .map(item -> item.problem().value())
                        .toList());
        announce(round, RoundFact.UNIT_REPORTED, unit, by, data);
    }

    /**
     * 催报: chases every unit that has not reported, each at most once a day.
     *
     * @return the units chased now
     */
    public List<UnitCode> chaseSilent(CaseNo no, Actor by) {
        Round round = store.hold(no).orElseThrow(() -> unknown(no));
        if (round.frozen()) {
            throw new Refusal(round.title() + "已经冻结，不用再催报。");
        }
        Instant now = clock.instant();
        List<RoundUnit> chased = store.chase(no, today(), now, by);
        chased.forEach(unit -> listeners.publishEvent(
                new UnitChased(no, round.month(), unit.unit(), round.reportDueOn(), unit.items(), now, by)));
        return chased.stream().map(RoundUnit::unit).toList();
    }

    /** 冻结 by hand: at once for everybody, and the process follows. */
    public void freeze(CaseNo no, Actor by) {
        if (frozenNow(no, by)) {
            flow.frozen(find(no));
        }
    }

    /** 冻结调度结果 from within the process; nothing is left to do when somebody froze it by hand. */
    public void freezeAtCutOff(CaseNo no) {
        frozenNow(no, Actor.system());
    }

    private boolean frozenNow(CaseNo no, Actor by) {
        Round round = store.lock(no).orElseThrow(() -> unknown(no));
        if (round.frozen()) {
            return false;
        }
        Instant now = clock.instant();
        int silent = store.silence(no, now);
        store.freeze(no, now, by);
        deadlines.frozen(no, silent == 0, now);
        announce(round, RoundFact.FROZEN, null, by, Map.of("silent", silent));
        store.before(no).ifPresent(earlier -> store.noteBehindTwice(no, earlier, now)
                .forEach(problem -> listeners.publishEvent(new BehindScheduleTwice(problem, no, earlier, now))));
        return true;
    }

    private void mustBeOpen(Round round) {
        if (round.frozen()) {
            throw new Refusal(round.title() + "已于 "
                    + MOMENT.format(round.frozenAt().atZone(Zones.CITY)) + " 冻结，不能再填报。这些变化请在下一个月的月调度中填写。");
        }
    }

    private Round find(CaseNo no) {
        return store.find(no).orElseThrow(() -> unknown(no));
    }

    private static Refusal unknown(CaseNo no) {
        return new Refusal("no", "没有编号为 " + no + " 的月调度，请核对。");
    }

    private void announce(Round round, RoundFact fact, UnitCode unit, Actor by, Map<String, Object> data) {
        listeners.publishEvent(new RoundEvent(round.no(), fact, unit, clock.instant(), by, data));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
