package org.duban.journal;

import java.time.Instant;

/**
 * One line of the list of exports and readings.
 *
 * @param what was taken or read, in the office's words
 * @param caseNo null where it concerns many cases
 * @param detail the filter of an export, the reason of an unmasking
 * @param rows null while it is being written, or when it was cut off
 * @param sha256 of the bytes that went out; null likewise
 */
public record Access(
        long id,
        Kind kind,
        String what,
        String caseNo,
        String detail,
        Long rows,
        Long bytes,
        String sha256,
        String byUsername,
        String byName,
        String channel,
        Instant at,
        Instant finishedAt) {

    /** What somebody did with the data. */
    public enum Kind {
        EXPORT("导出"),
        READ("查阅"),
        UNMASK("查看隐去的身份");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
