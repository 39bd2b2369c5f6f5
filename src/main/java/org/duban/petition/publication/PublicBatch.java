package org.duban.petition.publication;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A batch as the public reaches it.
 *
 * @param token the part of the address nobody can guess; null until the first letter is released
 * @param firstOn the day of the first table
 */
public record PublicBatch(long batch, TableLayout layout, String token, LocalDate firstOn, Instant lastAt) {

    public boolean open() {
        return token != null;
    }
}
