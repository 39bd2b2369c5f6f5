package org.duban.notice.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duban.kernel.CaseNo;
import org.duban.notice.paper.Paper;
import org.springframework.stereotype.Component;

/** Stands for the module that owns the cases of the tests. */
@Component
class FinishedWork implements ServiceOwner {

    final Set<CaseNo> done = ConcurrentHashMap.newKeySet();

    @Override
    public boolean noLongerNeeded(Paper paper) {
        return done.contains(paper.caseNo());
    }
}
