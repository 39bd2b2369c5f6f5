package org.duban.petition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Hides identity card and telephone numbers and mail addresses in a letter, leaving the ends that tell one from another. */
@Component
class NumbersHidden implements TextMask {

    private static final String BEFORE = "(?<![0-9A-Za-z])";
    private static final String AFTER = "(?![0-9A-Za-z])";
    private static final Pattern MAIL = Pattern.compile("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");
    private static final Pattern DIGITS = Pattern.compile(BEFORE
            + "(?:[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])\\d{2}\\d{3}[0-9Xx]" // identity card
            + "|(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}" // mobile
            + "|0\\d{2,3}[- ]?[2-9]\\d{6,7}" // land line
            + "|[2-9]\\d{7})" // land line without its area
            + AFTER);

    @Override
    public String mask(String text) {
        String withoutMail = MAIL.matcher(text).replaceAll("****");
        return DIGITS.matcher(withoutMail).replaceAll(found -> Matcher.quoteReplacement(hidden(found.group())));
    }

    private static String hidden(String number) {
        String digits = number.replaceAll("[^0-9Xx]", "");
        return digits.length() < 9 ? "****" : digits.substring(0, 3) + "****" + digits.substring(digits.length() - 2);
    }
}
