package org.duban.petition.repeat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what letters, lists and answers say of earlier letters. */
final class Mentions {

    private static final Pattern SENTENCE = Pattern.compile("[^。；;！!？?\\n]+");
    private static final Pattern SAYS_REPEATED = Pattern.compile("重复|重件|同一(?:问题|事项|内容)|内容相同|问题相同|合并办理|一并办理");
    private static final Pattern TARGET = Pattern.compile("第? *([0-9]{1,3}|[一二三四五六七八九十百零〇两]{1,7}) *批(?!次?[评准发])"
            + "|(?<![0-9A-Z])([DX][0-9][A-Z]{2}[0-9]{12})(?![0-9])"
            + "|(?<![0-9A-Z])(XF[0-9]{4}-[0-9]{6})(?![0-9])"
            + "|(?:编号|受理号|件号)(?:为|是|:)? *([0-9A-Z][0-9A-Z-]{3,29})");
    private static final String DIGITS = "零一二三四五六七八九";

    private Mentions() {}

    static List<Mention> in(String text) {
        Map<String, Mention> found = new LinkedHashMap<>();
        String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC);
        Matcher sentence = SENTENCE.matcher(plain);
        while (sentence.find()) {
            String words = sentence.group().strip();
            if (SAYS_REPEATED.matcher(words).find()) {
                targets(words).forEach(mention -> found.putIfAbsent(mention.key(), mention));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Mention> targets(String sentence) {
        List<Mention> targets = new ArrayList<>();
        Matcher target = TARGET.matcher(sentence.toUpperCase(Locale.ROOT));
        boolean partly = sentence.contains("部分重复") || sentence.contains("部分内容") || sentence.contains("部分问题");
        String phrase = sentence.length() > 120 ? sentence.substring(0, 120) + "…" : sentence;
        while (target.find()) {
            if (target.group(1) != null) {
                int ordinal = number(target.group(1));
                if (ordinal > 0) {
                    targets.add(new Mention(phrase, ordinal, null, partly));
                }
            } else {
                String number = target.group(2) != null
                        ? target.group(2)
                        : target.group(3) != null ? target.group(3) : target.group(4);
                targets.add(new Mention(phrase, null, number, partly));
            }
        }
        return targets;
    }

    /** 9, 九, 十八, 二十一, 一百零二; 0 when it is none. */
    static int number(String written) {
        if (written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(written);
        }
        int total = 0;
        int digit = 0;
        for (char c : written.replace('〇', '零').replace('两', '二').toCharArray()) {
            if (c == '十' || c == '百') {
                total += Math.max(1, digit) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return total + Math.max(0, digit);
    }
}
