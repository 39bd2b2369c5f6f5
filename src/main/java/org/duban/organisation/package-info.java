/**
 * Units with validity, the people in them, roles and substitutes; carries them into the engine as groups, users and
 * rights, so that a clerk sees in Tasklist exactly the tasks of the unit.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {"kernel", "engine"})
package org.duban.organisation;
