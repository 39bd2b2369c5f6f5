package org.duban.petition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 第十五批 and 第15批: how batches are counted. */
public final class Ordinals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern NTH = Pattern.compile("第?\\s*(\\d{1,3}|[一二三四五六七八九十百零〇]{1,7})\\s*批");

    private Ordinals() {}

    /** The batch a cell names; empty when it names none, or several. */
    public static Optional<Integer> read(String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String plain = cell.strip();
        if (plain.matches("\\d{1,3}")) {
            return Optional.of(Integer.valueOf(plain)).filter(number -> number > 0);
        }
        Matcher nth = NTH.matcher(plain);
        return nth.find() ? Optional.of(number(nth.group(1))).filter(number -> number > 0) : Optional.empty();
    }

    /** A number up to 999, as it stands in “第…批”. */
    static int number(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return Integer.parseInt(numeral);
        }
        int sum = 0;
        int digit = 0;
        for (char sign : numeral.replace('〇', '零').toCharArray()) {
            switch (sign) {
                case '百' -> {
                    sum += Math.max(digit, 1) * 100;
                    digit = 0;
                }
                case '十' -> {
                    sum += Math.max(digit, 1) * 10;
                    digit = 0;
                }
                default -> digit = DIGITS.indexOf(sign);
            }
        }
        return sum + digit;
    }

    /** 十五 for 15. */
    static String chinese(int number) {
        if (number >= 100) {
            int rest = number % 100;
            String tail = rest == 0 ? "" : rest < 10 ? "零" + DIGITS.charAt(rest) : tens(rest);
            return DIGITS.charAt(number / 100) + "百" + tail;
        }
        return number < 10 ? String.valueOf(DIGITS.charAt(number)) : number < 20 ? ten(number) : tens(number);
    }

    private static String ten(int number) {
        return "十" + (number == 10 ? "" : DIGITS.charAt(number - 10));
    }

    private static String tens(int number) {
        int ones = number % 10;
        return DIGITS.charAt(number / 10) + "十" + (ones == 0 ? "" : DIGITS.charAt(ones));
    }
}
