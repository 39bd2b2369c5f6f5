package org.duban.notice;

import java.time.Instant;
import java.util.UUID;
import org.duban.kernel.CaseNo;

/** Messages of one test, under a case number and keys of their own. */
final class Post {

    final CaseNo caseNo =
            CaseNo.problem(2071, 100_000 + Math.abs(UUID.randomUUID().hashCode() % 800_000));

    private int count;

    NewMessage to(String group, Instant leavesAt) {
        return about(null, group, leavesAt);
    }

    NewMessage about(String subjectKey, String group, Instant leavesAt) {
        return message(key(), subjectKey, group, MessageKind.REMINDER, leavesAt);
    }

    NewMessage message(String key, String subjectKey, String group, MessageKind kind, Instant leavesAt) {
        return new NewMessage(
                key,
                caseNo,
                subjectKey,
                group,
                kind,
                "整改时限将至 " + key,
                "该问题 3 个工作日后到期。",
                "/desk/cases/" + caseNo,
                leavesAt);
    }

    String key() {
        return caseNo + "/" + ++count;
    }
}
