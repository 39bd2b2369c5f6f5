package org.duban.deadline;

import org.duban.kernel.CaseNo;

/** What a deadline's case is, in the word the decision tables use for it. */
public enum SubjectKind {
    PROBLEM("WT", "问题"),
    PETITION("XF", "信访件"),
    CARD("HP", "红黄牌"),
    ROUND("DD", "月调度");

    private final String prefix;
    private final String word;

    SubjectKind(String prefix, String word) {
        this.prefix = prefix;
        this.word = word;
    }

    public static SubjectKind of(CaseNo caseNo) {
        for (SubjectKind kind : values()) {
            if (caseNo.value().startsWith(kind.prefix)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of case has the number " + caseNo);
    }

    public String word() {
        return word;
    }
}
