/**
 * Lists as offices exchange them, brought in: a table becomes rows, rows become problems or
 * petitioners' letters. Promises that the same file
 * twice changes nothing, that an edited file shows exactly its edits, and that every refused value is named with its row,
 * its column and what to do.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"kernel", "engine", "organisation", "journal", "problem", "petition"})
package org.duban.intake;
