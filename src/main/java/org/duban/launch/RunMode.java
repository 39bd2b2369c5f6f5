package org.duban.launch;

/** In which of the two ways this installation runs. */
public enum RunMode {
    /** Own PostgreSQL, sample city, demo accounts, movable clock. */
    SAMPLE_CITY,
    /** The office's PostgreSQL; no demo account, no default password, no moved clock. */
    OFFICE;

    public boolean sampleCity() {
        return this == SAMPLE_CITY;
    }
}
