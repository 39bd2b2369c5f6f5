/**
 * One problem from registration to struck off and look-back: the aggregate with its rules, the use cases behind every
 * task form, the case's file for reading, and the facts other modules listen to. Rules live here once, whether a step
 * comes from a task form or over REST.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Problem",
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "deadline",
            "deadline :: request",
            "deadline :: request-process",
            "evidence"
        })
package org.duban.problem;
