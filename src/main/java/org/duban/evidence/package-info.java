/**
 * Files that prove a step was done: kept on disk under their hash, tied to a task and a closure criterion, with the day
 * and place they were taken apart from the time of upload. Tells where else the same file was used.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"kernel", "engine", "organisation"})
package org.duban.evidence;
