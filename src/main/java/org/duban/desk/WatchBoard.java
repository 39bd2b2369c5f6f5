package org.duban.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.deadline.LadderAction;
import org.duban.deadline.LadderStep;
import org.duban.desk.store.WatchBoardStore;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the deadline watch did and what comes next, for those who oversee all units. */
@Service
@Transactional(readOnly = true)
public class WatchBoard {

    private static final int SIZE = 50;

    private final WatchBoardStore store;
    private final Units units;
    private final Clock clock;

    WatchBoard(WatchBoardStore store, Units units, Clock clock) {
        this.store = store;
        this.units = units;
        this.clock = clock;
    }

    /**
     * One step of the watch with its case.
     *
     * @param holder who has to act, in words
     * @param standing how the deadline stands by now: 未办结, 已办结, 已取消 or 已改期
     */
    public record Line(
            long id,
            String caseNo,
            String title,
            String deadline,
            String holder,
            LocalDate dueOn,
            LadderStep step,
            String version,
            String standing) {}

    /** @param next what to hand in as {@code before} for the lines after these; null at the end */
    public record Page(List<Line> lines, String next) {}

    /**
     * How a unit stands with the limits of the cases it leads.
     *
     * @param soon due within seven days, {@code month} within thirty
     */
    public record UnitLine(String code, String name, int late, int soon, int month, int suspended) {}

    /**
     * The steps of one kind, the newest first.
     *
     * @param on only those of that day; null for all
     * @param before where the page before ended; null for the first
     */
    public Page steps(LadderAction action, LocalDate on, String before) {
        long[] after = cursor(before);
        List<WatchBoardStore.Row> rows = store.steps(action, on, after[0], after[1], SIZE + 1);
        List<WatchBoardStore.Row> shown = rows.subList(0, Math.min(rows.size(), SIZE));
        String next = rows.size() > SIZE ? shown.get(SIZE - 1).cursor() : null;
        return new Page(shown.stream().map(this::line).toList(), next);
    }

    private static long[] cursor(String before) {
        if (before == null || before.isBlank()) {
            return new long[] {Long.MAX_VALUE, Long.MAX_VALUE};
        }
        String[] parts = before.split("-");
        try {
            return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
        } catch (RuntimeException notOurs) {
            throw new Refusal("before", "翻页位置“" + before + "”无法识别，请从第一页看起。");
        }
    }

    private Line line(WatchBoardStore.Row row) {
        String[] decision = row.step().decision().split(":");
        return new Line(
                row.id(),
                row.caseNo(),
                row.title(),
                row.deadline(),
                holder(row),
                row.dueOn(),
                row.step(),
                "第 " + decision[decision.length - 1] + " 版",
                row.standing());
    }

    private String holder(WatchBoardStore.Row row) {
        String group = row.holder() == null && row.leadUnit() != null ? "unit" + row.leadUnit() : row.holder();
        if (group == null) {
            return "未定";
        }
        return switch (group) {
            case "coordinator" -> "环委办";
            case "leader" -> "领导";
            default ->
                units.shortName(UnitCode.of(group.replaceFirst("^unit", "").replaceFirst("head$", "")))
                        + (group.endsWith("head") ? "负责人" : "");
        };
    }

    /** How many steps of each kind were taken since thirty days ago. */
    public Map<LadderAction, Integer> counts() {
        return store.counts(clock.instant().minus(Duration.ofDays(30)));
    }

    /** Units with something late, near or standing still; the latest first. */
    public List<UnitLine> units() {
        Instant now = clock.instant();
        return store.units(LocalDate.now(clock), now).stream()
                .map(row -> new UnitLine(
                        row.unit(),
                        row.unit() == null ? "未定" : units.shortName(UnitCode.of(row.unit())),
                        row.late(),
                        row.soon(),
                        row.month(),
                        row.suspended()))
                .toList();
    }
}
