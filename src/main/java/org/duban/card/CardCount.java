package org.duban.card;

import org.duban.kernel.UnitCode;

/**
 * Cards of a unit in a period, each counted on the day it happened, so that the number for a period that is over never
 * changes.
 *
 * @param turnedRed of the red ones, those that were yellow before
 */
public record CardCount(UnitCode unit, int yellow, int red, int turnedRed, int revoked, int lifted) {}
