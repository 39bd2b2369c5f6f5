package org.duban.intake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.duban.intake.FieldEdit;
import org.duban.intake.ImportKind;
import org.duban.intake.ImportRun;
import org.duban.intake.ImportRuns;
import org.duban.intake.ImportState;
import org.duban.intake.RowError;
import org.duban.kernel.Actor;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Imports in PostgreSQL. Files are kept in parts, so that any node can take a run over. */
@Repository
class ImportRunStore implements ImportRuns {

    private static final int PART_BYTES = 1 << 20;
    private static final int SILENT_SECONDS = 60;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportRunStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void add(ImportRun run) {
        ImportRun.Order order = run.order();
        jdbc.sql("""
                        insert into import_run (id, kind, file_name, file_sha256, file_size, file_of, dry_run, partial,
                            usual_source, state, submitted_by, submitted_by_name, on_behalf_of, submitted_at, heartbeat_at)
                        values (:id, :kind, :name, :sha256, :size, :fileOf, :dryRun, :partial, :source, :state,
                            :by, :byName, :onBehalfOf, :at, clock_timestamp())""")
                .param("id", run.id())
                .param("kind", order.kind().name())
                .param("name", order.fileName())
                .param("sha256", order.sha256())
                .param("size", order.size())
                .param("fileOf", order.fileOf().equals(run.id()) ? null : order.fileOf())
                .param("dryRun", order.dryRun())
                .param("partial", order.partial())
                .param("source", order.usualSource())
                .param("state", run.state().name())
                .param("by", order.by().username())
                .param("byName", order.by().name())
                .param("onBehalfOf", order.by().onBehalfOf())
                .param("at", at(order.at()))
                .update();
    }

    @Override
    public void save(ImportRun run) {
        ImportRun.Counts counts = run.counts();
        ImportRun.Layout layout = run.layout();
        jdbc.sql("""
                        update import_run set state = :state, sheet = :sheet, headings = :headings,
                            other_sheets = :others, ignored_columns = :ignored, notes = :notes, row_count = :rows,
                            done_count = :done, good_count = :good, created_count = :created,
                            updated_count = :updated, unchanged_count = :unchanged, rejected_count = :rejected,
                            message = :message, finished_at = :finished, heartbeat_at = clock_timestamp()
                        where id = :id""")
                .param("id", run.id())
                .param("state", run.state().name())
                .param("sheet", layout.sheet())
                .param("headings", layout.headings().toArray(String[]::new))
                .param("others", layout.otherSheets().toArray(String[]::new))
                .param("ignored", layout.ignoredColumns().toArray(String[]::new))
                .param("notes", layout.notes().toArray(String[]::new))
                .param("rows", counts.rows())
                .param("done", counts.done())
                .param("good", counts.good())
                .param("created", counts.created())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("rejected", counts.rejected())
                .param("message", run.message())
                .param("finished", run.finishedAt() == null ? null : at(run.finishedAt()))
                .update();
    }

    @Override
    public Optional<ImportRun> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ImportRunStore::run)
                .optional();
    }

    @Override
    public List<ImportRun> recent(int most) {
        return jdbc.sql(SELECT + " order by submitted_at desc, id limit :most")
                .param("most", most)
                .query(ImportRunStore::run)
                .list();
    }

    @Override
    public boolean takeOver(UUID id) {
        return jdbc.sql("""
                        update import_run set state = 'CHECKING', message = null, finished_at = null,
                            heartbeat_at = clock_timestamp()
                         where id = :id and (state = 'INTERRUPTED' or state in ('CHECKING', 'IMPORTING')
                            and heartbeat_at < clock_timestamp() - make_interval(secs => :silent))""").param("id", id).param("silent", SILENT_SECONDS).update() == 1;
    }

    @Override
    public void addErrors(UUID id, List<StoredError> errors) {
        batches.batchUpdate("""
                insert into import_error (run_id, row_number, column_name, value, message, remedy, cells)
                values (?, ?, ?, ?, ?, ?, ?)""", errors, 500, (statement, stored) -> {
            RowError error = stored.error();
            statement.setObject(1, id);
            statement.setInt(2, error.row());
            statement.setString(3, error.column());
            statement.setString(4, error.value());
            statement.setString(5, error.message());
            statement.setString(6, error.remedy());
            Array cells = stored.cells() == null
                    ? null
                    : statement
                            .getConnection()
                            .createArrayOf("text", stored.cells().toArray());
            statement.setArray(7, cells);
        });
    }

    @Override
    @Transactional
    public void clearFindings(UUID id) {
        jdbc.sql("delete from import_error where run_id = :id").param("id", id).update();
        jdbc.sql("delete from import_change where run_id = :id").param("id", id).update();
    }

    @Override
    public List<RowError> errors(UUID id, int most) {
        return jdbc.sql("select * from import_error where run_id = :id order by row_number, id limit :most")
                .param("id", id)
                .param("most", most)
                .query((row, number) -> error(row))
                .list();
    }

    @Override
    public int countErrors(UUID id) {
        return jdbc.sql("select count(*) from import_error where run_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Read in portions, so that a long list of errors does not fill the memory. */
    @Override
    public void eachError(UUID id, Consumer<StoredError> reader) {
        long[] last = {0, 0};
        int read;
        do {
            read = jdbc
                    .sql("""
                            select * from import_error
                             where run_id = :id and (row_number, id) > (:row, :last) order by row_number, id limit 500""")
                    .param("id", id)
                    .param("row", last[0])
                    .param("last", last[1])
                    .query((row, number) -> {
                        last[0] = row.getLong("row_number");
                        last[1] = row.getLong("id");
                        return new StoredError(error(row), cells(row));
                    })
                    .list()
                    .stream()
                    .mapToInt(error -> {
                        reader.accept(error);
                        return 1;
                    })
                    .sum();
        } while (read > 0);
    }

    @Override
    public void addChanges(UUID id, List<FieldEdit> edits) {
        batches.batchUpdate("""
                insert into import_change (run_id, row_number, case_no, field, before, after)
                values (?, ?, ?, ?, ?, ?)""", edits, 500, (statement, edit) -> {
            statement.setObject(1, id);
            statement.setInt(2, edit.row());
            statement.setString(3, edit.no());
            statement.setString(4, edit.field());
            statement.setString(5, edit.from());
            statement.setString(6, edit.to());
        });
    }

    @Override
    public List<FieldEdit> changes(UUID id, int most) {
        return jdbc.sql("select * from import_change where run_id = :id order by row_number, id limit :most")
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new FieldEdit(
                        row.getInt("row_number"),
                        row.getString("case_no"),
                        row.getString("field"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    @Override
    public int countChanges(UUID id) {
        return jdbc.sql("select count(*) from import_change where run_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void storeFile(UUID id, InputStream content) throws IOException {
        int seq = 0;
        for (byte[] part = content.readNBytes(PART_BYTES); part.length > 0; part = content.readNBytes(PART_BYTES)) {
            jdbc.sql("insert into import_file_part (run_id, seq, content) values (:id, :seq, :content)")
                    .param("id", id)
                    .param("seq", seq++)
                    .param("content", part)
                    .update();
        }
    }

    @Override
    public boolean loadFile(UUID id, OutputStream into) throws IOException {
        for (int seq = 0; ; seq++) {
            Optional<byte[]> part = jdbc.sql("select content from import_file_part where run_id = :id and seq = :seq")
                    .param("id", id)
                    .param("seq", seq)
                    .query(byte[].class)
                    .optional();
            if (part.isEmpty()) {
                return seq > 0;
            }
            into.write(part.get());
        }
    }

    @Override
    public void dropFile(UUID id) {
        jdbc.sql("delete from import_file_part where run_id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public void dropFilesOlderThan(int days) {
        jdbc.sql("""
                        delete from import_file_part p using import_run r
                         where r.id = p.run_id and r.state in ('CHECKED', 'REFUSED', 'DONE')
                           and r.heartbeat_at < clock_timestamp() - make_interval(days => :days)""").param("days", days).update();
    }

    private static final String SELECT = """
            select *, state in ('CHECKING', 'IMPORTING')
                    and heartbeat_at < clock_timestamp() - interval '%d seconds' as silent
              from import_run""".formatted(SILENT_SECONDS);

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID fileOf = row.getObject("file_of", UUID.class);
        ImportRun.Order order = new ImportRun.Order(
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("file_sha256"),
                row.getLong("file_size"),
                fileOf == null ? id : fileOf,
                row.getBoolean("dry_run"),
                row.getBoolean("partial"),
                row.getString("usual_source"),
                new Actor(
                        row.getString("submitted_by"),
                        row.getString("submitted_by_name"),
                        row.getString("on_behalf_of")),
                instant(row, "submitted_at"));
        ImportRun.Layout layout = new ImportRun.Layout(
                row.getString("sheet"),
                texts(row, "headings"),
                texts(row, "other_sheets"),
                texts(row, "ignored_columns"),
                texts(row, "notes"));
        ImportRun.Counts counts = new ImportRun.Counts(
                row.getInt("row_count"),
                row.getInt("done_count"),
                row.getInt("good_count"),
                row.getInt("created_count"),
                row.getInt("updated_count"),
                row.getInt("unchanged_count"),
                row.getInt("rejected_count"));
        // A node that died says nothing; silence is how the others know.
        ImportState state =
                row.getBoolean("silent") ? ImportState.INTERRUPTED : ImportState.valueOf(row.getString("state"));
        return new ImportRun(id, order, state, layout, counts, row.getString("message"), instant(row, "finished_at"));
    }

    private static RowError error(ResultSet row) throws SQLException {
        return new RowError(
                row.getInt("row_number"),
                row.getString("column_name"),
                row.getString("value"),
                row.getString("message"),
                row.getString("remedy"));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        Array cells = row.getArray("cells");
        return cells == null ? null : Arrays.asList((String[]) cells.getArray());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Zones.CITY).toOffsetDateTime();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
