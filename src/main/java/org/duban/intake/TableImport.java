package org.duban.intake;

import org.duban.kernel.Actor;

/** One table being brought in: checked as a whole first, then written. */
interface TableImport {

    /** The table as it looks, with remarks on what was read. */
    ImportRun.Layout layout();

    /** Reads every row and says what would become of it, writing nothing. */
    ImportRun.Counts check();

    /** Writes the rows without fault: all in one transaction, or bit by bit when the rest may stay out. */
    ImportRun.Counts write(boolean partial, Actor by);
}
