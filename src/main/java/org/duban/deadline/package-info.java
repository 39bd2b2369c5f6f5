/**
 * Working-day calendar, rules of periods, and the ledger of every deadline with the explanation of its date. Knows
 * cases by number only; what a case's own due date is, and who may see the case, other modules tell it through ports.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Deadline",
        allowedDependencies = {"kernel", "organisation", "engine", "notice"})
package org.duban.deadline;
