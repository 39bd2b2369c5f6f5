/**
 * Messages 消息 to candidate groups: posted inside the transaction of what they tell, let out in working hours while they
 * are still wanted, and signed for by whoever reads them first. What a message is about its owner knows; this module asks
 * through {@link org.duban.notice.StillWanted}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {"kernel", "organisation", "engine"})
package org.duban.notice;
