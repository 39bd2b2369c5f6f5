/** One login for desk, Tasklist, API and the engine's REST API; closes what 7.24.0 leaves open on the web side. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"kernel", "organisation", "launch"})
package org.duban.security;
