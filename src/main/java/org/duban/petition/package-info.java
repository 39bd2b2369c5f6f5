/**
 * Letters of petitioners (信访件) from the batch they arrive in to the answer: numbers and content that identify a letter,
 * shares of units that add up, findings, review, call-back and the leader's case; the petitioner's identity sealed apart.
 * Rules live here once, whether a step comes from a task form, from a batch page or over REST.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Petition",
        allowedDependencies = {"kernel", "engine", "organisation", "deadline", "evidence", "problem"})
package org.duban.petition;
