package org.duban.audit;

import java.util.List;
import java.util.Set;
import org.duban.audit.store.PatternRows;
import org.duban.audit.store.PatternRows.Shared;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 同一材料用于多案: the same photograph or paper handed in for more than one case, by its hash. */
@Component
@Order(6)
class SharedFilesList implements AuditList {

    private final PatternRows rows;
    private final Units units;

    SharedFilesList(PatternRows rows, Units units) {
        this.rows = rows;
        this.units = units;
    }

    @Override
    public String key() {
        return "shared-files";
    }

    @Override
    public String title() {
        return "同一照片用于多案";
    }

    @Override
    public String about() {
        return "内容完全相同的照片或文件（按校验值）在不止一个案件中作为佐证材料。每案一行，同一份材料排在一起。";
    }

    @Override
    public List<String> columns() {
        return List.of("材料校验值", "案号", "文件名", "单位", "拍摄日期", "上传时间", "上传人");
    }

    @Override
    public Set<Field> fields() {
        return Set.of();
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        // A file and all its cases stay together on one page, so a page may be a little longer than asked for.
        List<String> hashes = rows.sharedHashes(after, size + 1);
        List<String> shown = hashes.size() > size ? hashes.subList(0, size) : hashes;
        return new Page(
                rows.shared(shown).stream().map(this::row).toList(), hashes.size() > size ? shown.get(size - 1) : null);
    }

    private List<Cell> row(Shared one) {
        return List.of(
                Cell.of(one.sha256().substring(0, 16)),
                Cell.ofCase(one.no()),
                new Cell(one.fileName(), "/api/evidence/" + one.id() + "/content"),
                Cell.of(one.unit() == null ? "" : units.shortName(UnitCode.of(one.unit()))),
                Cell.of(one.takenOn()),
                Cell.of(Words.minute(one.uploadedAt())),
                Cell.of(one.uploadedBy()));
    }
}
