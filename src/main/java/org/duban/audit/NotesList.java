package org.duban.audit;

import java.util.List;
import java.util.Set;
import org.duban.audit.store.NoteRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 审计备注 of all cases. */
@Component
@Order(8)
class NotesList implements AuditList {

    private final NoteRows rows;

    NotesList(NoteRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "notes";
    }

    @Override
    public String title() {
        return "审计备注";
    }

    @Override
    public String about() {
        return "审计人员写在案件或某一步旁边的备注，只有审计人员看得到，不属于案件记录。在回放页面书写。";
    }

    @Override
    public List<String> columns() {
        return List.of("时间", "案号", "步骤", "备注", "书写人", "账号");
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.CASE, Field.PERSON);
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        Long before = after == null ? null : Long.valueOf(after);
        return Page.of(
                rows.page(filter.caseNo(), filter.person(), before, size + 1),
                size,
                NotesList::row,
                note -> String.valueOf(note.id()));
    }

    private static List<Cell> row(Note note) {
        String address = "/audit/cases/" + note.caseNo() + (note.step() == null ? "" : "?step=" + note.step());
        return List.of(
                Cell.of(Words.minute(note.at())),
                new Cell(note.caseNo(), address),
                Cell.of(note.step() == null ? "全案" : "第 " + note.step() + " 步"),
                Cell.of(note.text()),
                Cell.of(note.byName()),
                Cell.of(note.byUsername()));
    }
}
