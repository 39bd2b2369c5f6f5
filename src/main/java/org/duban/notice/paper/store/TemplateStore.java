package org.duban.notice.paper.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.notice.paper.Letterhead;
import org.duban.notice.paper.PaperKind;
import org.duban.notice.paper.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Templates, which are only ever added, and the office's words per kind. */
@Repository
public class TemplateStore {

    private static final String COLUMNS = "id, kind, version, file_name, sha256, reason, uploaded_by_name, uploaded_at";

    private final JdbcClient db;

    TemplateStore(JdbcClient db) {
        this.db = db;
    }

    /** A version to be added; {@code by} is null for one that came with the software. */
    public record New(
            PaperKind kind,
            int version,
            String fileName,
            String sha256,
            byte[] content,
            String reason,
            Actor by,
            Instant at) {}

    /** False when somebody else added that version first. */
    public boolean add(New template) {
        return db.sql("""
                        insert into paper_template (kind, version, file_name, sha256, content, reason, uploaded_by,
                            uploaded_by_name, uploaded_at)
                        values (:kind, :version, :file, :sha256, :content, :reason, :by, :name, :at)
                        on conflict (kind, version) do nothing""")
                        .param("kind", template.kind().name())
                        .param("version", template.version())
                        .param("file", template.fileName())
                        .param("sha256", template.sha256())
                        .param("content", template.content())
                        .param("reason", template.reason())
                        .param(
                                "by",
                                template.by() == null ? null : template.by().username())
                        .param(
                                "name",
                                template.by() == null ? null : template.by().name())
                        .param("at", template.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** All versions, the newest first. */
    public List<Template> versions(PaperKind kind) {
        return db.sql("select " + COLUMNS + " from paper_template where kind = :kind order by version desc")
                .param("kind", kind.name())
                .query(TemplateStore::template)
                .list();
    }

    public Optional<Template> newest(PaperKind kind) {
        return db.sql("select " + COLUMNS + " from paper_template where kind = :kind order by version desc limit 1")
                .param("kind", kind.name())
                .query(TemplateStore::template)
                .optional();
    }

    public Optional<byte[]> content(PaperKind kind, int version) {
        return db.sql("select content from paper_template where kind = :kind and version = :version")
                .param("kind", kind.name())
                .param("version", version)
                .query(byte[].class)
                .optional();
    }

    public Letterhead letterhead(PaperKind kind) {
        return db.sql("select mark, head, organ from paper_letterhead where kind = :kind")
                .param("kind", kind.name())
                .query((row, number) ->
                        new Letterhead(kind, row.getString("mark"), row.getString("head"), row.getString("organ")))
                .single();
    }

    public void save(Letterhead letterhead, String by, Instant at) {
        db.sql("""
                        update paper_letterhead set mark = :mark, head = :head, organ = :organ, changed_by = :by,
                            changed_at = :at where kind = :kind""")
                .param("kind", letterhead.kind().name())
                .param("mark", letterhead.mark())
                .param("head", letterhead.head())
                .param("organ", letterhead.organ())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getLong("id"),
                PaperKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("reason"),
                row.getString("uploaded_by_name"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
