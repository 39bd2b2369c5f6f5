package org.duban.notice.paper.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.notice.paper.Draft;
import org.duban.notice.paper.Made;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers, their numbers and their files. Nothing is deleted; of a paper only its withdrawal is added. */
@Repository
public class PaperStore {

    private static final String SELECT =
            "select p.*, t.version as template from paper p join paper_template t on t.id = p.template_id ";

    private final JdbcClient db;

    PaperStore(JdbcClient db) {
        this.db = db;
    }

    /** A paper to be added. */
    public record New(Draft draft, int year, int serial, Made made, Instant at, Actor by) {}

    /** The last number used, locked until the transaction ends. */
    public int lockNumber(PaperKind kind, int year) {
        db.sql("insert into paper_number (kind, year, last) values (:kind, :year, 0) on conflict do nothing")
                .param("kind", kind.name())
                .param("year", year)
                .update();
        return db.sql("select last from paper_number where kind = :kind and year = :year for update")
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    public void takeNumber(PaperKind kind, int year, int serial) {
        db.sql("update paper_number set last = :serial where kind = :kind and year = :year")
                .param("kind", kind.name())
                .param("year", year)
                .param("serial", serial)
                .update();
    }

    public Paper add(New paper) {
        Draft draft = paper.draft();
        Made made = paper.made();
        long id = db.sql("""
                        insert into paper (key, kind, year, serial, number, case_no, addressee, copies, title, file_name,
                            sha256, template_id, issued_at, issued_by, issued_by_name, issued_for)
                        values (:key, :kind, :year, :serial, :number, :case, :addressee, :copies, :title, :file,
                            :sha256, :template, :at, :by, :name, :for) returning id""")
                .param("key", draft.key())
                .param("kind", draft.kind().name())
                .param("year", paper.year())
                .param("serial", paper.serial())
                .param("number", made.number())
                .param("case", draft.caseNo().value())
                .param("addressee", draft.addressee().value())
                .param("copies", draft.copies().stream().map(UnitCode::value).toArray(String[]::new))
                .param("title", made.title())
                .param("file", made.fileName())
                .param("sha256", made.sha256())
                .param("template", made.templateId())
                .param("at", utc(paper.at()))
                .param("by", paper.by().username())
                .param("name", paper.by().name())
                .param("for", paper.by().onBehalfOf())
                .query(Long.class)
                .single();
        db.sql("insert into paper_file (paper_id, content) values (:id, :content)")
                .param("id", id)
                .param("content", made.content())
                .update();
        return byId(id).orElseThrow();
    }

    public Optional<Paper> byKey(String key) {
        return db.sql(SELECT + "where p.key = :key")
                .param("key", key)
                .query(PaperStore::paper)
                .optional();
    }

    public Optional<Paper> byId(long id) {
        return db.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(PaperStore::paper)
                .optional();
    }

    public List<Paper> ofCase(CaseNo caseNo) {
        return db.sql(SELECT + "where p.case_no = :case order by p.id")
                .param("case", caseNo.value())
                .query(PaperStore::paper)
                .list();
    }

    public Optional<byte[]> file(long id) {
        return db.sql("select content from paper_file where paper_id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Tells whether it was withdrawn just now. */
    public boolean withdraw(long id, String reason, Actor by, Instant at) {
        return db.sql("""
                        update paper set withdrawn_at = :at, withdrawn_by = :by, withdrawn_by_name = :name,
                            withdrawn_for = :for, withdrawn_reason = :reason
                         where id = :id and withdrawn_at is null""")
                        .param("id", id)
                        .param("at", utc(at))
                        .param("by", by.username())
                        .param("name", by.name())
                        .param("for", by.onBehalfOf())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Reads a row of {@code paper} with the {@code template}'s version. */
    public static Paper paper(ResultSet row, int number) throws SQLException {
        Instant withdrawnAt = instant(row, "withdrawn_at");
        return new Paper(
                row.getLong("id"),
                PaperKind.valueOf(row.getString("kind")),
                row.getString("number"),
                CaseNo.of(row.getString("case_no")),
                UnitCode.of(row.getString("addressee")),
                units(row.getArray("copies")),
                row.getString("title"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInt("template"),
                instant(row, "issued_at"),
                actor(row, "issued"),
                withdrawnAt == null
                        ? null
                        : new Paper.Withdrawal(
                                withdrawnAt, actor(row, "withdrawn"), row.getString("withdrawn_reason")));
    }

    private static Actor actor(ResultSet row, String what) throws SQLException {
        return new Actor(row.getString(what + "_by"), row.getString(what + "_by_name"), row.getString(what + "_for"));
    }

    private static List<UnitCode> units(Array codes) throws SQLException {
        return Stream.of((String[]) codes.getArray()).map(UnitCode::of).toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
