/** Words every module speaks: case number, unit code, actor, refusal, zone and clock. Depends on nothing. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package org.duban.kernel;
