package org.duban.intake;

import java.util.List;
import org.duban.intake.ImportRuns.StoredError;

/** Where a pass over a list reports what it finds. Called from several threads. */
interface Findings {

    void errors(List<StoredError> errors);

    void changes(List<FieldEdit> edits);

    /** The pass has dealt with so many rows. */
    void progress(ImportRun.Counts counts);
}
