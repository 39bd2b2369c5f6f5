package org.duban.desk.brief;

/**
 * One line of the list behind a number.
 *
 * @param ref number of the case, or code of the unit
 * @param unit name of the unit it concerns; null where the line is a unit itself
 * @param words what was said of it then, or null
 */
public record FigureLine(String ref, String title, String unit, String words) {}
