package org.duban.deadline.request;

import org.duban.engine.Evaluation;

/**
 * What the decision table says of the next request of a kind: who decides it and how far it may go.
 *
 * @param nth which one it is, counting those that were granted
 * @param total how many there may be; null when the table sets no end
 * @param approver null when it is not accepted any more
 * @param maxDays the most calendar days it may ask for; null where days play no part
 * @param rule table, version and row
 * @param evaluation the question and the whole answer; null once the request is made, for then it is in the record
 */
public record Cap(
        int nth, Integer total, Approver approver, Integer maxDays, String clause, String rule, Evaluation evaluation) {

    boolean accepted() {
        return approver != null;
    }

    /** 第 1 次，共可 2 次. */
    public String words() {
        return "第 " + nth + " 次，" + (total == null ? "次数不限" : "共可 " + total + " 次");
    }
}
