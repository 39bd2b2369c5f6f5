package org.duban.evidence;

import org.duban.kernel.Refusal;

/** The person may not do this with the task or the evidence in question. */
public class NotYours extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotYours(String message) {
        super(message);
    }
}
