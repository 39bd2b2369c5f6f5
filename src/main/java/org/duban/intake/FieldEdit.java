package org.duban.intake;

/** One edit in a list that was brought in before: the heading, the text then and the text now. */
public record FieldEdit(int row, String no, String field, String from, String to) {}
