package org.duban.card;

import java.time.LocalDate;

/** What a unit answered, with how many pieces of evidence. */
public record Reply(int level, String text, LocalDate completedOn, String taskId, int evidence, Stamp stamp) {}
