package org.duban.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.evidence.Evidence;
import org.duban.evidence.MediaKind;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of evidence; a removed row is never read again. */
@Repository
public class EvidenceRows {

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the row, or answers the one there is for the same file, task and criterion. */
    public Evidence insert(Evidence evidence) {
        jdbc.sql("""
                        insert into evidence (id, sha256, file_name, media_type, size_bytes, case_no, task_id, criterion,
                                              unit_code, taken_on, place, uploaded_by, uploaded_at)
                        values (:id, :sha256, :name, :type, :size, :case, :task, :criterion, :unit, :taken, :place, :by, :at)
                        on conflict (task_id, criterion, sha256) where removed_at is null do nothing""")
                .param("id", evidence.id())
                .param("sha256", evidence.sha256())
                .param("name", evidence.fileName())
                .param("type", evidence.kind().mediaType())
                .param("size", evidence.size())
                .param("case", evidence.caseNo().value())
                .param("task", evidence.taskId())
                .param("criterion", evidence.criterion())
                .param("unit", evidence.unit() == null ? null : evidence.unit().value())
                .param("taken", evidence.takenOn())
                .param("place", evidence.place())
                .param("by", evidence.uploadedBy())
                .param("at", Timestamp.from(evidence.uploadedAt()))
                .update();
        return jdbc.sql("""
                        select * from evidence
                         where task_id = :task and criterion is not distinct from :criterion and sha256 = :sha256
                           and removed_at is null""")
                .param("task", evidence.taskId())
                .param("criterion", evidence.criterion())
                .param("sha256", evidence.sha256())
                .query(EvidenceRows::evidence)
                .single();
    }

    public Optional<Evidence> byId(UUID id) {
        return jdbc.sql("select * from evidence where id = :id and removed_at is null")
                .param("id", id)
                .query(EvidenceRows::evidence)
                .optional();
    }

    public List<Evidence> byTask(String taskId) {
        return jdbc.sql("select * from evidence where task_id = :task and removed_at is null order by uploaded_at, id")
                .param("task", taskId)
                .query(EvidenceRows::evidence)
                .list();
    }

    public List<Evidence> byCase(CaseNo caseNo) {
        return jdbc.sql("select * from evidence where case_no = :case and removed_at is null order by uploaded_at, id")
                .param("case", caseNo.value())
                .query(EvidenceRows::evidence)
                .list();
    }

    /** The other cases in which the same file was handed in. */
    public List<CaseNo> othersWith(String sha256, CaseNo than) {
        return jdbc.sql("""
                        select distinct case_no from evidence
                         where sha256 = :sha256 and case_no <> :case and removed_at is null order by case_no""").param("sha256", sha256).param("case", than.value()).query(String.class).list().stream()
                .map(CaseNo::of)
                .toList();
    }

    /** Whether any evidence still rests on the file. */
    public boolean needs(String sha256) {
        return jdbc.sql("select exists (select 1 from evidence where sha256 = :sha256 and removed_at is null)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** Writes day and place unless the evidence is filed; tells whether it did. */
    public boolean describe(UUID id, LocalDate takenOn, String place) {
        return jdbc.sql("""
                        update evidence set taken_on = :taken, place = :place
                         where id = :id and filed_at is null and removed_at is null""")
                        .param("taken", takenOn)
                        .param("place", place)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes the row out unless the evidence is filed; tells whether it did. */
    public boolean remove(UUID id, Instant at) {
        return jdbc.sql(
                                "update evidence set removed_at = :at where id = :id and filed_at is null and removed_at is null")
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Files what was handed in with the task; returns it. */
    public List<Evidence> file(String taskId, Instant at) {
        return jdbc.sql(
                        "update evidence set filed_at = :at where task_id = :task and filed_at is null and removed_at is null returning *")
                .param("at", Timestamp.from(at))
                .param("task", taskId)
                .query(EvidenceRows::evidence)
                .list();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit_code");
        Timestamp filed = row.getTimestamp("filed_at");
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getString("sha256"),
                row.getString("file_name"),
                MediaKind.ofMediaType(row.getString("media_type")),
                row.getLong("size_bytes"),
                CaseNo.of(row.getString("case_no")),
                row.getString("task_id"),
                row.getString("criterion"),
                unit == null ? null : UnitCode.of(unit),
                row.getObject("taken_on", LocalDate.class),
                row.getString("place"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                filed == null ? null : filed.toInstant());
    }
}
