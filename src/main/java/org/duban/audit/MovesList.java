package org.duban.audit;

import java.util.List;
import java.util.Set;
import org.duban.deadline.request.DeadlineMove;
import org.duban.deadline.request.MoveFilter;
import org.duban.deadline.request.RequestQueue;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 期限变动: every change of a deadline, and those granted after it had passed. */
@Component
@Order(1)
class MovesList implements AuditList {

    private final RequestQueue queue;

    MovesList(RequestQueue queue) {
        this.queue = queue;
    }

    @Override
    public String key() {
        return "moves";
    }

    @Override
    public String title() {
        return "期限变动";
    }

    @Override
    public String about() {
        return "问题、信访件、警示牌和月调度的每一次延期、挂账、恢复、重算和更正：谁申请、谁作出、何时、理由。勾选“逾期后作出”只看到期以后才批准的。";
    }

    @Override
    public List<String> columns() {
        return List.of("时间", "案号", "期限", "变动", "原到期日", "由", "改为", "逾期后作出", "申请人", "申请时间", "作出人", "理由");
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.FLOW, Field.CASE, Field.LATE);
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        Long before = after == null ? null : Long.valueOf(after);
        return Page.of(
                queue.moves(new MoveFilter(filter.late(), filter.letters(), filter.caseNo()), before, size + 1),
                size,
                MovesList::row,
                move -> String.valueOf(move.id()));
    }

    private static List<Cell> row(DeadlineMove move) {
        return List.of(
                Cell.of(Words.minute(move.changedAt())),
                Cell.ofCase(move.caseNo().value()),
                Cell.of(move.name()),
                Cell.of(move.kind().label()),
                Cell.of(move.originalDueOn()),
                Cell.of(move.fromOn()),
                Cell.of(move.toOn()),
                Cell.of(move.afterExpiry() ? "是" : "否"),
                Cell.of(move.askedName()),
                Cell.of(Words.minute(move.askedAt())),
                Cell.of(move.byName()),
                Cell.of(move.reason()));
    }
}
