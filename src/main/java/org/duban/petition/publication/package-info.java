/**
 * What the public reads of letters (信访公开): proposed masks, a text one person confirms and another releases, the
 * official table of a batch, and a trace of whatever was corrected or withdrawn. What was released stays as it was.
 */
@org.springframework.modulith.NamedInterface("publication")
package org.duban.petition.publication;
