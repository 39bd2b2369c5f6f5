package org.duban.intake;

import org.duban.problem.NewProblem;

/** A row read without fault, with its number in the sheet. */
record ListRow(int row, NewProblem problem) {}
