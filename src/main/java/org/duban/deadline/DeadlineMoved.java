package org.duban.deadline;

import org.duban.kernel.Actor;

/**
 * A deadline holds another day than before, published inside the transaction that moves it: the module that owns the
 * case brings its own data into line, messages tell the unit.
 */
public record DeadlineMoved(LedgerEntry before, LedgerEntry after, DeadlineChange change, Actor by) {}
