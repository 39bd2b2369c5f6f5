package org.duban.desk;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A cell of a decision table as an office reads it. */
final class RuleWords {

    private static final Pattern WORDS = Pattern.compile("(?s)\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern NOT = Pattern.compile("(?s)not\\s*\\((.*)\\)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern RANGE = Pattern.compile("\\[\\s*(-?[\\d.]+?)\\s*\\.\\.\\s*(-?[\\d.]+)\\s*]");
    private static final Map<String, String> PLAIN = Map.of("true", "是", "false", "否", "null", "—");
    private static final Map<String, String> HIT_POLICIES = Map.of(
            "FIRST", "自上而下，采用第一条符合的规则",
            "UNIQUE", "各条规则互不重叠，采用符合的那一条",
            "ANY", "符合的规则结果相同，采用其中一条",
            "COLLECT", "采用所有符合的规则",
            "RULE ORDER", "按顺序采用所有符合的规则",
            "RULE_ORDER", "按顺序采用所有符合的规则");

    private final Map<String, String> steps;

    /** @param steps names of the steps, for tables that tell them by their ids */
    RuleWords(Map<String, String> steps) {
        this.steps = steps;
    }

    /** @param rowName what the row itself calls what it is about, or null */
    String input(String cell, String rowName) {
        if (cell.isEmpty()) {
            return "不限";
        }
        Matcher not = NOT.matcher(cell);
        return not.matches() ? "除" + plain(not.group(1).strip(), rowName) + "以外" : plain(cell, rowName);
    }

    String output(String cell) {
        return cell.isEmpty() || cell.equals("\"\"") ? "—" : plain(cell, null);
    }

    static String hitPolicy(String policy) {
        return HIT_POLICIES.getOrDefault(policy, "命中策略 " + policy);
    }

    private String plain(String cell, String rowName) {
        if (WORDS.matcher(cell).matches()) {
            List<String> words =
                    WORD.matcher(cell).results().map(word -> word.group(1)).toList();
            return words.stream().map(word -> word(word, rowName)).collect(Collectors.joining("、"));
        }
        Matcher range = RANGE.matcher(cell);
        if (range.matches()) {
            return range.group(1) + " 至 " + range.group(2);
        }
        return PLAIN.getOrDefault(cell, cell.replace("<=", "≤").replace(">=", "≥"));
    }

    // Steps go by ids in the table; an officer reads their names.
    private String word(String word, String rowName) {
        if (!word.matches("[A-Za-z][A-Za-z0-9_.]*")) {
            return word.replace(",", "、");
        }
        String name = steps.getOrDefault(word, rowName);
        return name == null ? word : name;
    }
}
