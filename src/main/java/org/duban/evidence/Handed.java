package org.duban.evidence;

import java.util.List;
import org.duban.kernel.CaseNo;

/**
 * Evidence with what is known of the same file elsewhere.
 *
 * @param sameFileIn other cases with the same file that the person may see
 * @param sameFileElsewhere how many other cases have the same file, seen or not
 */
public record Handed(Evidence evidence, List<CaseNo> sameFileIn, int sameFileElsewhere) {}
