package org.duban.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 二〇二五年十二月三十一日 written with digits. */
final class ChineseNumerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern NUMERAL = Pattern.compile("[〇零○Oo一二三四五六七八九十两]+(?=个?[年月日号天季周])");

    private ChineseNumerals() {}

    static String toDigits(String text) {
        Matcher matcher = NUMERAL.matcher(text);
        return matcher.replaceAll(found -> digits(found.group()));
    }

    private static String digits(String numeral) {
        String plain = numeral.replaceAll("[零○Oo]", "〇").replace('两', '二');
        int ten = plain.indexOf('十');
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            plain.chars().forEach(character -> digits.append(DIGITS.indexOf(character)));
            return digits.toString();
        }
        String before = plain.substring(0, ten);
        String after = plain.substring(ten + 1);
        if (before.length() > 1 || after.length() > 1) {
            return numeral;
        }
        int tens = before.isEmpty() ? 1 : DIGITS.indexOf(before);
        int ones = after.isEmpty() ? 0 : DIGITS.indexOf(after);
        return tens < 0 || ones < 0 ? numeral : String.valueOf(tens * 10 + ones);
    }
}
