package org.duban.audit;

import java.time.Clock;
import java.util.List;
import org.duban.audit.store.NoteRows;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审计备注: what an auditor writes beside a case or one step of it. */
@Service
@Transactional
public class Notes {

    private static final int LONGEST = 2_000;

    private final NoteRows rows;
    private final CurrentActor actor;
    private final Clock clock;

    Notes(NoteRows rows, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.actor = actor;
        this.clock = clock;
    }

    public void add(String caseNo, Long step, String text) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty()) {
            throw new Refusal("text", "备注没有内容，请写明后再保存。");
        }
        if (plain.length() > LONGEST) {
            throw new Refusal("text", "备注最多 " + LONGEST + " 字，现有 " + plain.length() + " 字，请分成几条。");
        }
        Actor by = actor.get();
        rows.add(new Note(0, caseNo, step, plain, by.username(), by.name(), clock.instant(), null));
    }

    public void withdraw(long id) {
        if (!rows.withdraw(id, actor.get().username(), clock.instant())) {
            throw new Refusal("只能撤下自己写的备注；这一条已撤下或不是您写的。");
        }
    }

    @Transactional(readOnly = true)
    public List<Note> of(String caseNo) {
        return rows.of(caseNo);
    }
}
