package org.duban.notice.web;

import org.duban.kernel.CaseNo;
import org.duban.notice.MessagePage;
import org.duban.notice.SentMessages;
import org.springframework.stereotype.Component;

/** The messages about a case, for a section of its page; the template calls it as {@code @caseMessages}. */
@Component("caseMessages")
public class CaseMessages {

    private static final int SIZE = 8;

    private final SentMessages sent;

    CaseMessages(SentMessages sent) {
        this.sent = sent;
    }

    /** The newest that the person may see. */
    public MessagePage of(String caseNo) {
        return sent.page(CaseNo.of(caseNo), SIZE, null);
    }

    /** True for those who may see all that went out. */
    public boolean overseen() {
        return sent.overseen();
    }
}
