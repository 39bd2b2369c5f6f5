package org.duban.audit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.duban.audit.store.PatternRows;
import org.duban.audit.store.PatternRows.Hasty;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 数分钟内办结: cases closed so soon after their registration that nobody can have done the work. */
@Component
@Order(4)
class HastyList implements AuditList {

    private final PatternRows rows;
    private final Units units;

    HastyList(PatternRows rows, Units units) {
        this.rows = rows;
        this.units = units;
    }

    @Override
    public String key() {
        return "hasty";
    }

    @Override
    public String title() {
        return "数分钟内办结";
    }

    @Override
    public String about() {
        return "从登记到销号、办结或摘牌不超过所填分钟数的问题、信访件和警示牌，最快的在前。这么快办完，值得核对。来件时已办结的信访件和没有签发的发牌建议不列。";
    }

    @Override
    public List<String> columns() {
        return List.of("案号", "标题", "单位", "登记", "办结", "用时");
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.FLOW, Field.NUMBER);
    }

    @Override
    public List<Flow> flows() {
        return List.of(Flow.PROBLEM, Flow.PETITION, Flow.CARD);
    }

    @Override
    public Number number() {
        return new Number("不超过几分钟", 60, 100_000);
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        String[] place = after == null ? null : after.split("~", 2);
        return Page.of(
                rows.hasty(
                        filter.letters(),
                        Duration.ofMinutes(filter.n()),
                        place == null ? null : Duration.parse(place[0]),
                        place == null ? null : place[1],
                        size + 1),
                size,
                this::row,
                one -> one.took() + "~" + one.no());
    }

    private List<Cell> row(Hasty one) {
        return List.of(
                Cell.ofCase(one.no()),
                Cell.of(one.title()),
                Cell.of(one.unit() == null ? "" : units.shortName(UnitCode.of(one.unit()))),
                Cell.of(Words.minute(one.openedAt())),
                Cell.of(Words.minute(one.closedAt())),
                Cell.of(Words.span(one.took())));
    }
}
