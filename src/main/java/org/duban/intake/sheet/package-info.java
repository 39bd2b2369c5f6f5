/**
 * Tables as offices send them, made into rows of text: XLSX and CSV, streamed, guarded against hostile files. Knows
 * nothing of problems.
 */
package org.duban.intake.sheet;
