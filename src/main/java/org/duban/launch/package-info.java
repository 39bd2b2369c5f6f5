/**
 * How Duban comes up: which database, which clock, what a missing setting says, and the sample city of the default run.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Launch")
package org.duban.launch;
