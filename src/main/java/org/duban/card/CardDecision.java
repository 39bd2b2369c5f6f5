package org.duban.card;

/** One decision about a card; colour, clause and reply days as they were decided, null where they play no part. */
public record CardDecision(
        int level,
        Kind kind,
        Outcome outcome,
        CardColour colour,
        String clause,
        Integer replyDays,
        String reason,
        Stamp stamp) {

    public enum Kind {
        REVIEW("审核"),
        APPROVAL("审批"),
        WITHDRAWAL("撤回"),
        REPLY_CHECK("答复核查"),
        SITE_CHECK("现场核查"),
        LIFTING("摘牌审批");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Outcome {
        KEPT("同意发牌"),
        CHANGED("调整后发牌"),
        DROPPED("不予发牌"),
        APPROVED("同意"),
        RETURNED("退回重审"),
        REFUSED("不同意"),
        WITHDRAWN("撤回"),
        PASSED("通过"),
        FAILED("不通过");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static CardDecision of(Card card, Kind kind, Outcome outcome, String reason, Stamp stamp) {
        Wanted wanted = card.wanted();
        return new CardDecision(
                Math.max(1, wanted == null ? card.level() : card.nextLevel()),
                kind,
                outcome,
                wanted == null ? card.colour() : wanted.colour(),
                wanted == null ? null : wanted.verdict().clause(),
                wanted == null ? null : wanted.verdict().replyDays(),
                reason,
                stamp);
    }
}
