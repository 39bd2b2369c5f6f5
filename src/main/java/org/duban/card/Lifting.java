package org.duban.card;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An application for lifting, the visit it led to, and the paper that lifted the card; later parts are null until they
 * happen.
 */
public record Lifting(
        long id,
        String text,
        String taskId,
        int evidence,
        Stamp stamp,
        LocalDate visitedOn,
        String visitors,
        Long paperId,
        String paperNumber,
        Instant liftedAt) {}
