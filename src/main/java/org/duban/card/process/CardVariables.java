package org.duban.card.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.card.Card;

/** The process variables of {@code WarningCard}: what a gateway, a candidate group or Tasklist reads. */
final class CardVariables {

    /** Number and title as Tasklist shows them for every case. */
    static final String CASE_NO = "caseNo";

    static final String CASE_TITLE = "caseTitle";

    /** The unit that is warned. */
    static final String UNIT = "unit";

    /** The line of the consequence ledger a task is about; set by the model's multi-instance. */
    static final String CONSEQUENCE = "consequence";

    static final String SENT_BACK = "sentBack";
    static final String CARD_KEPT = "cardKept";
    static final String CARD_RETURNED = "cardReturned";
    static final String CARD_GRANTED = "cardGranted";
    static final String CARD_ISSUED = "cardIssued";
    static final String YELLOW_IN_FORCE = "yellowInForce";
    static final String NOTICE_SIGNED = "noticeSigned";
    static final String REPLY_PASSED = "replyPassed";
    static final String RED_PROPOSED = "redProposed";
    static final String SITE_PASSED = "sitePassed";
    static final String LIFTING_APPROVED = "liftingApproved";
    static final String OBJECTION_UPHELD = "objectionUpheld";

    private CardVariables() {}

    static Map<String, Object> of(Card card) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(CASE_NO, card.no().value());
        variables.put(CASE_TITLE, title(card));
        variables.put(UNIT, card.unit().value());
        variables.put(SENT_BACK, false);
        variables.put(CARD_KEPT, false);
        variables.put(CARD_RETURNED, false);
        variables.put(CARD_GRANTED, false);
        variables.put(CARD_ISSUED, false);
        variables.put(YELLOW_IN_FORCE, false);
        variables.put(NOTICE_SIGNED, false);
        variables.put(RED_PROPOSED, false);
        return variables;
    }

    private static String title(Card card) {
        return card.cause().label() + "：" + card.title();
    }
}
