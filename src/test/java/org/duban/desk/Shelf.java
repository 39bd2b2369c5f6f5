package org.duban.desk;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts cases straight into the tables, under a word of their own, so that a test finds its own cases and no others. */
final class Shelf {

    final String word = "标" + UUID.randomUUID().toString().substring(0, 8);
    private final JdbcClient db;
    private int serial;

    Shelf(JdbcClient db) {
        this.db = db;
    }

    /** A case led by that unit, with a deadline of that kind and in that state. */
    String put(String unit, String state, String kind, LocalDate dueOn, LocalDate rectified) {
        String no = "WT20%02d-%06d".formatted(50 + serial % 2, Math.abs(word.hashCode() % 900_000) + 99_000 + serial++);
        boolean struckOff = state.equals("STRUCK_OFF") || state.equals("CLOSED");
        db.sql("""
                insert into problem (no, source, list_serial, title, description, lead_unit, supervising_unit,
                    deadline_kind, due_on, due_precision, state, registered_at, registered_by, rectified_at, struck_off_at)
                values (:no, :word, :no, :title, '养猪场污水直排 ' || :word, :unit, '35050012', :kind, :due, 'DAY', :state,
                    now(), 'coordinator', cast(:rectified as date) + time '10:00', case when :struck then now() end)""")
                .param("no", no)
                .param("word", word)
                .param("title", "问题" + serial)
                .param("unit", unit)
                .param("kind", kind)
                .param("due", dueOn)
                .param("state", state)
                .param("rectified", rectified)
                .param("struck", struckOff)
                .update();
        db.sql("insert into problem_unit (no, unit_code, role, seq) values (:no, :unit, 'LEAD', 0)")
                .param("no", no)
                .param("unit", unit)
                .update();
        return no;
    }

    String open(String unit, LocalDate dueOn) {
        return put(unit, "RECTIFYING", "DATE", dueOn, null);
    }
}
