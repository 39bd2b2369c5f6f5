package org.duban.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.audit.store.PatternRows;
import org.duban.audit.store.PatternRows.LastHour;
import org.duban.deadline.OfficeHours;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.organisation.Units;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 全部压线报送: cases in which the units met every deadline in its last hour. */
@Component
@Order(5)
class LastHourList implements AuditList {

    private final PatternRows rows;
    private final Units units;
    private final OfficeHours hours;
    private final Clock clock;

    LastHourList(PatternRows rows, Units units, OfficeHours hours, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "last-hour";
    }

    @Override
    public String title() {
        return "全部压线报送";
    }

    @Override
    public String about() {
        return "单位在本案中办结的期限不少于所填项数，并且每一项都是到期前最后一小时才报的（按日计的，从到期日下班前一小时算起）。按案号排列。事项选“月调度”时按单位列：报过的各轮不少于所填项数，每一轮都压在最后一小时。";
    }

    @Override
    public List<String> columns() {
        return List.of("案号", "标题", "单位", "压线办结", "最近一次");
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.FLOW, Field.NUMBER);
    }

    @Override
    public Number number() {
        return new Number("至少几项", 2, 100);
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        if (filter.flow() == Flow.ROUND) {
            return Page.of(
                    rows.lastHourOfRounds(lastOfDay(), filter.n(), after, size + 1),
                    size,
                    this::ofRounds,
                    LastHour::unit);
        }
        return Page.of(
                rows.lastHour(filter.letters(), lastOfDay(), filter.n(), after, size + 1),
                size,
                this::row,
                LastHour::no);
    }

    // A deadline of days holds until midnight, but the hour before it is the last one of the office's day.
    private Duration lastOfDay() {
        LocalDate today = LocalDate.now(clock);
        Instant midnight = today.plusDays(1).atStartOfDay(Zones.CITY).toInstant();
        return Duration.between(hours.closing(today), midnight).plusHours(1);
    }

    private List<Cell> ofRounds(LastHour one) {
        return List.of(
                Cell.ofCase(one.no()),
                Cell.of("月调度，报过的每一轮"),
                Cell.of(units.shortName(UnitCode.of(one.unit()))),
                Cell.of(one.count() + " 轮"),
                Cell.of(Words.minute(one.latest())));
    }

    private List<Cell> row(LastHour one) {
        return List.of(
                Cell.ofCase(one.no()),
                Cell.of(one.title()),
                Cell.of(one.unit() == null ? "" : units.shortName(UnitCode.of(one.unit()))),
                Cell.of(one.count() + " 项"),
                Cell.of(Words.minute(one.latest())));
    }
}
