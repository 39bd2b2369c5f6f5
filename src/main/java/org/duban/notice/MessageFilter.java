package org.duban.notice;

import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;

/** What a list of messages is narrowed to; null means any. */
public record MessageFilter(boolean unread, MessageKind kind, CaseNo caseNo) {

    public static final MessageFilter ALL = new MessageFilter(false, null, null);

    /**
     * As an address carries it.
     *
     * @throws Refusal when kind or case number is not one
     */
    public static MessageFilter of(Boolean unread, String kind, String caseNo) {
        return new MessageFilter(
                Boolean.TRUE.equals(unread),
                kind == null || kind.isBlank() ? null : MessageKind.named(kind),
                caseNo == null || caseNo.isBlank() ? null : CaseNo.of(caseNo.strip()));
    }
}
