/**
 * The office's own pages: ledger, case page, settings, and the frame around all of them; the list of cases over REST.
 * Reads what the other modules know and decides nothing.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Desk")
package org.duban.desk;
