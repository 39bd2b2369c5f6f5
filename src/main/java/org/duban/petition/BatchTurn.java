package org.duban.petition;

import java.time.Instant;

/**
 * A batch was closed, or opened again.
 *
 * @param reason why it was opened again; null for a closing
 */
public record BatchTurn(boolean closed, String reason, String by, Instant at) {}
