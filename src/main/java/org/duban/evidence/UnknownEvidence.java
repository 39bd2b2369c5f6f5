package org.duban.evidence;

import org.duban.kernel.Refusal;

/** There is no such evidence, or none the person may see; which of the two is not told. */
public class UnknownEvidence extends Refusal {

    private static final long serialVersionUID = 1L;

    UnknownEvidence() {
        super("没有这份佐证材料，或者您无权查看。");
    }
}
