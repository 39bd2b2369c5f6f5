package org.duban.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duban.audit.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Auditors' notes; one is withdrawn, never deleted. */
@Component
public class NoteRows {

    private final JdbcClient db;

    NoteRows(JdbcClient db) {
        this.db = db;
    }

    public void add(Note note) {
        db.sql("""
                        insert into audit_note (case_no, step, text, by_username, by_name, at)
                        values (:caseNo, :step, :text, :by, :byName, :at)""")
                .param("caseNo", note.caseNo())
                .param("step", note.step())
                .param("text", note.text())
                .param("by", note.byUsername())
                .param("byName", note.byName())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Withdraws a note of that author; false when there is none that still stands. */
    public boolean withdraw(long id, String by, Instant at) {
        return db.sql("""
                                update audit_note set withdrawn_at = :at
                                 where id = :id and by_username = :by and withdrawn_at is null""")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Those of a case that stand, of the whole first and then step by step. */
    public List<Note> of(String caseNo) {
        return db.sql("""
                        select * from audit_note where case_no = :caseNo and withdrawn_at is null
                         order by step nulls first, id limit 500""").param("caseNo", caseNo).query(NoteRows::note).list();
    }

    /** A page of all that stand, the newest first; a null asks for nothing. */
    public List<Note> page(String caseNo, String person, Long before, int size) {
        StringBuilder sql = new StringBuilder("select * from audit_note where withdrawn_at is null");
        sql.append(caseNo == null ? "" : " and case_no = :caseNo");
        sql.append(person == null ? "" : " and by_username = :person");
        sql.append(before == null ? "" : " and id < :before");
        return db.sql(sql.append(" order by id desc limit :size").toString())
                .param("caseNo", caseNo)
                .param("person", person)
                .param("before", before)
                .param("size", size)
                .query(NoteRows::note)
                .list();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Note(
                row.getLong("id"),
                row.getString("case_no"),
                row.getObject("step", Long.class),
                row.getString("text"),
                row.getString("by_username"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
