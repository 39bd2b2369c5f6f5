package org.duban.notice.service;

import org.duban.notice.paper.Paper;

/**
 * Implemented by the module that has papers served. Asked once more before each delivery leaves, so that nobody is served
 * with a paper about work that is done already.
 */
public interface ServiceOwner {

    /** True when the paper should not go out any more; false also when the case is another module's. */
    boolean noLongerNeeded(Paper paper);
}
