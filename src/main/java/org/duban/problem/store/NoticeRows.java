package org.duban.problem.store;

import static org.duban.problem.store.Rows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.kernel.CaseNo;
import org.duban.problem.PublicNotice;
import org.duban.problem.PublicNotice.Objection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Public notices with the objections they met. */
@Component
class NoticeRows {

    private final JdbcClient db;

    NoticeRows(JdbcClient db) {
        this.db = db;
    }

    void open(CaseNo no, PublicNotice notice) {
        db.sql("""
                insert into public_notice (no, rectification, attempt, starts_on, ends_on, days, unit_of_counting,
                    first_day, opened_at)
                values (:no, :rectification, :attempt, :starts, :ends, :days, :unit, :first, :at)""")
                .param("no", no.value())
                .param("rectification", notice.rectification())
                .param("attempt", notice.attempt())
                .param("starts", notice.startsOn())
                .param("ends", notice.endsOn())
                .param("days", notice.days())
                .param("unit", notice.unitOfCounting())
                .param("first", notice.firstDay())
                .param("at", at(notice.openedAt()))
                .update();
    }

    void move(CaseNo no, LocalDate endsOn) {
        db.sql("update public_notice set ends_on = :endsOn where no = :no and closed_at is null")
                .param("endsOn", endsOn)
                .param("no", no.value())
                .update();
    }

    void close(long notice, Instant at) {
        db.sql("update public_notice set closed_at = :at where id = :id and closed_at is null")
                .param("at", at(at))
                .param("id", notice)
                .update();
    }

    List<PublicNotice> of(CaseNo no) {
        record Filed(long notice, Objection objection) {}
        Map<Long, List<Objection>> objections = db
                .sql("select * from objection where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> new Filed(row.getLong("notice_id"), objection(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Filed::notice, Collectors.mapping(Filed::objection, Collectors.toList())));
        return db.sql("select * from public_notice where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> notice(row, objections.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static PublicNotice notice(ResultSet row, List<Objection> objections) throws SQLException {
        return new PublicNotice(
                row.getLong("id"),
                row.getInt("rectification"),
                row.getInt("attempt"),
                Rows.date(row, "starts_on"),
                Rows.date(row, "ends_on"),
                row.getInt("days"),
                row.getString("unit_of_counting"),
                row.getString("first_day"),
                Rows.instant(row, "opened_at"),
                Rows.instant(row, "closed_at"),
                objections);
    }

    private static Objection objection(ResultSet row) throws SQLException {
        return new Objection(
                row.getLong("id"),
                Rows.date(row, "received_on"),
                row.getString("channel"),
                row.getString("text"),
                row.getObject("upheld", Boolean.class),
                row.getString("answer"),
                row.getString("answered_by"),
                Rows.instant(row, "answered_at"));
    }

    long addObjection(CaseNo no, long notice, Objection objection) {
        return db.sql("""
                insert into objection (notice_id, no, received_on, channel, text)
                values (:notice, :no, :received, :channel, :text) returning id""")
                .param("notice", notice)
                .param("no", no.value())
                .param("received", objection.receivedOn())
                .param("channel", objection.channel())
                .param("text", objection.text())
                .query(Long.class)
                .single();
    }

    void answer(long objection, boolean upheld, String answer, String by, Instant at) {
        db.sql("""
                update objection set upheld = :upheld, answer = :answer, answered_by = :by, answered_at = :at
                where id = :id and answered_at is null""")
                .param("upheld", upheld)
                .param("answer", answer)
                .param("by", by)
                .param("at", at(at))
                .param("id", objection)
                .update();
    }
}
