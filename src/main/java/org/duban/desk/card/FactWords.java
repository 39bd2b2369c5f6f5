package org.duban.desk.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the rules looked at when a card was proposed, as an officer reads it. */
public final class FactWords {

    private static final String NONE = "无";

    private FactWords() {}

    /** 超期 6 天, 本案此前已发黄牌 1 张, 重要程度高. */
    public static List<String> of(Map<String, Object> facts) {
        List<String> words = new ArrayList<>();
        count(facts, "daysLate", "超期 %d 天", words);
        count(facts, "roundsBehind", "连续 %d 个月未达序时进度", words);
        count(facts, "repeatLetters", "群众重复投诉 %d 件", words);
        count(facts, "unansweredReminders", "经催办未落实 %d 次", words);
        count(facts, "yellows", "本案此前已发黄牌 %d 张", words);
        said(facts, "superior", "上级已发%s", words);
        said(facts, "outcome", "黄牌%s", words);
        said(facts, "suggested", "规则".equals(facts.get("proposer")) ? "督办阶梯建议%s" : "提出人建议%s", words);
        said(facts, "importance", "重要程度%s", words);
        return words;
    }

    private static void count(Map<String, Object> facts, String name, String form, List<String> words) {
        if (facts.get(name) instanceof Number number && number.intValue() > 0) {
            words.add(form.formatted(number.intValue()));
        }
    }

    private static void said(Map<String, Object> facts, String name, String form, List<String> words) {
        Object value = facts.get(name);
        if (value != null && !value.toString().isBlank() && !NONE.equals(value)) {
            words.add(form.formatted(value));
        }
    }
}
