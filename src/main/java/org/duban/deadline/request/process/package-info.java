/** The engine's side of the approvals; listeners of other modules' models call {@code RequestWork} too. */
@org.springframework.modulith.NamedInterface("request-process")
package org.duban.deadline.request.process;
