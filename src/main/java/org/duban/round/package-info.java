/**
 * The monthly round 月调度: one table of all open problems for each unit, with last month's text carried forward and
 * progress planned against actual; who has reported, who is chased, and the freeze after which nothing changes. Tells by
 * facts which problems are behind schedule two rounds running.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Round",
        allowedDependencies = {"kernel", "engine", "organisation", "journal", "deadline", "notice", "problem"})
package org.duban.round;
