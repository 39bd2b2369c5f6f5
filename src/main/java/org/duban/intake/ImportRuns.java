package org.duban.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps imports, what they refused and found changed, and their files while needed. */
public interface ImportRuns {

    /** A refused value with the row's cells as they stood (null after the first error of a row). */
    record StoredError(RowError error, List<String> cells) {}

    void add(ImportRun run);

    /** Writes state, layout, counts and message, and shows that somebody is at work. */
    void save(ImportRun run);

    Optional<ImportRun> find(UUID id);

    List<ImportRun> recent(int most);

    /** Takes an interrupted or silent run over; false when somebody is at work on it. */
    boolean takeOver(UUID id);

    void addErrors(UUID id, List<StoredError> errors);

    /** Forgets what an earlier attempt found. */
    void clearFindings(UUID id);

    List<RowError> errors(UUID id, int most);

    int countErrors(UUID id);

    void eachError(UUID id, Consumer<StoredError> reader);

    void addChanges(UUID id, List<FieldEdit> edits);

    List<FieldEdit> changes(UUID id, int most);

    int countChanges(UUID id);

    void storeFile(UUID id, InputStream content) throws IOException;

    /** False when the file is no longer kept. */
    boolean loadFile(UUID id, OutputStream into) throws IOException;

    void dropFile(UUID id);

    /** Drops files of runs older than that many days. */
    void dropFilesOlderThan(int days);
}
