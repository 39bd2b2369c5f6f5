package org.duban.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.duban.audit.store.PatternRows;
import org.duban.audit.store.PatternRows.Silent;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 长期无办理: open cases nobody has worked on for more than n days. */
@Component
@Order(3)
class SilentList implements AuditList {

    private final PatternRows rows;
    private final Units units;
    private final Clock clock;

    SilentList(PatternRows rows, Units units, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "silent";
    }

    @Override
    public String title() {
        return "长期无办理";
    }

    @Override
    public String about() {
        return "还没有办结的问题、信访件、警示牌和月调度中，超过所填天数没有任何人办理过的。系统自动的流转和提醒不算办理，月调度填报不算问题的办理。按案号排列。";
    }

    @Override
    public List<String> columns() {
        return List.of("案号", "标题", "单位", "状态", "最后办理", "最后办理人", "已有");
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.FLOW, Field.NUMBER);
    }

    @Override
    public Number number() {
        return new Number("超过几天", 60, 3650);
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(filter.n()));
        return Page.of(rows.silent(filter.letters(), since, after, size + 1), size, one -> row(one, now), Silent::no);
    }

    private List<Cell> row(Silent one, Instant now) {
        return List.of(
                Cell.ofCase(one.no()),
                Cell.of(one.title()),
                Cell.of(one.unit() == null ? "" : units.shortName(UnitCode.of(one.unit()))),
                Cell.of(Flow.stateOf(one.no(), one.state())),
                Cell.of(Words.minute(one.lastAt())),
                Cell.of(one.lastBy()),
                Cell.of(Duration.between(one.lastAt(), now).toDays() + " 天"));
    }
}
