package org.duban.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.desk.brief.Brief;
import org.duban.desk.brief.BriefKind;
import org.duban.desk.brief.FigureKey;
import org.duban.desk.brief.FigureLine;
import org.duban.desk.brief.Register;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts of rounds and the lists behind their numbers; both are only ever added. */
@Repository
public class BriefStore {

    private static final int AT_ONCE = 500;
    private static final String COLUMNS =
            "round_no, kind, version, made_at, made_by_name, file_name, sha256, figures_hash";

    private final JdbcClient db;
    private final JdbcTemplate batches;

    BriefStore(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Lets one person at a time draft from the round. */
    public void lock(CaseNo round) {
        db.sql("select no from round where no = :no for update")
                .param("no", round.value())
                .query(String.class)
                .single();
    }

    public void add(Brief brief, Actor by, byte[] content, Register register) {
        db.sql("""
                        insert into round_brief (round_no, kind, version, made_at, made_by, made_by_name, file_name, content,
                                                 sha256, figures_hash)
                        values (:round, :kind, :version, :at, :by, :byName, :file, :content, :sha, :figures)""")
                .param("round", brief.round().value())
                .param("kind", brief.kind().name())
                .param("version", brief.version())
                .param("at", Timestamp.from(brief.madeAt()))
                .param("by", by.username())
                .param("byName", by.name())
                .param("file", brief.fileName())
                .param("content", content)
                .param("sha", brief.sha256())
                .param("figures", brief.figuresHash())
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (FigureKey key : FigureKey.values()) {
            int seq = 0;
            for (FigureLine line : register.list(key)) {
                rows.add(new Object[] {
                    brief.round().value(),
                    brief.kind().name(),
                    brief.version(),
                    key.name(),
                    ++seq,
                    line.ref(),
                    line.title(),
                    line.unit(),
                    line.words()
                });
            }
        }
        batches.batchUpdate(
                "insert into round_brief_line (round_no, kind, version, figure, seq, ref, title, unit, words)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                AT_ONCE,
                (statement, row) -> {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                });
    }

    /** The newest of the kind first. */
    public List<Brief> of(CaseNo round) {
        return db.sql("select " + COLUMNS + " from round_brief where round_no = :no order by kind, version desc")
                .param("no", round.value())
                .query((row, number) -> brief(row))
                .list();
    }

    public Optional<Brief> newest(CaseNo round, BriefKind kind) {
        return db.sql("select " + COLUMNS
                        + " from round_brief where round_no = :no and kind = :kind order by version desc limit 1")
                .param("no", round.value())
                .param("kind", kind.name())
                .query((row, number) -> brief(row))
                .optional();
    }

    public Optional<Brief> find(CaseNo round, BriefKind kind, int version) {
        return db.sql("select " + COLUMNS
                        + " from round_brief where round_no = :no and kind = :kind and version = :version")
                .param("no", round.value())
                .param("kind", kind.name())
                .param("version", version)
                .query((row, number) -> brief(row))
                .optional();
    }

    public byte[] content(Brief brief) {
        return db.sql("select content from round_brief where round_no = :no and kind = :kind and version = :version")
                .param("no", brief.round().value())
                .param("kind", brief.kind().name())
                .param("version", brief.version())
                .query(byte[].class)
                .single();
    }

    /** How long each list is. */
    public Map<FigureKey, Integer> values(Brief brief) {
        Map<FigureKey, Integer> values = new EnumMap<>(FigureKey.class);
        db.sql("""
                        select figure, count(*)::int as lines from round_brief_line
                         where round_no = :no and kind = :kind and version = :version group by figure""")
                .param("no", brief.round().value())
                .param("kind", brief.kind().name())
                .param("version", brief.version())
                .query(row -> {
                    values.put(FigureKey.valueOf(row.getString("figure")), row.getInt("lines"));
                });
        return values;
    }

    /** Lines of one list behind that place, at most so many. */
    public List<FigureLine> lines(Brief brief, FigureKey key, int after, int most) {
        return db.sql("""
                        select ref, title, unit, words from round_brief_line
                         where round_no = :no and kind = :kind and version = :version and figure = :figure and seq > :after
                         order by seq limit :most""")
                .param("no", brief.round().value())
                .param("kind", brief.kind().name())
                .param("version", brief.version())
                .param("figure", key.name())
                .param("after", after)
                .param("most", most)
                .query(FigureLine.class)
                .list();
    }

    private static Brief brief(ResultSet row) throws SQLException {
        return new Brief(
                CaseNo.of(row.getString("round_no")),
                BriefKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by_name"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("figures_hash"));
    }
}
