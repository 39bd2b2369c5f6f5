package org.duban.journal.offline;

/**
 * One fault of the record.
 *
 * @param chain the case, null for a seal
 * @param seq place in the chain, or number of the seal
 * @param part what is concerned: {@code entry}, {@code head}, {@code seal}, {@code evidence}, {@code paper} or {@code export}
 * @param detail what it is about, such as the hash of a file; may be null
 */
public record Finding(Kind kind, String chain, long seq, String part, String detail) {

    /** What happened to it. */
    public enum Kind {
        ALTERED("altered", "内容被改动"),
        MISSING("missing", "被删除"),
        TRUNCATED("truncated", "末尾被截去"),
        REORDERED("reordered", "顺序被调换"),
        FOREIGN("foreign", "不是系统写入的"),
        RESTORED("restored", "被换回以前的状态");

        private final String word;
        private final String label;

        Kind(String word, String label) {
            this.word = word;
            this.label = label;
        }

        public String word() {
            return word;
        }

        public String label() {
            return label;
        }
    }
}
