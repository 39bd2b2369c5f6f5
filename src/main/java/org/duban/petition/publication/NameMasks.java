package org.duban.petition.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of persons, told by the words around them. */
final class NameMasks {

    private static final Pattern BEFORE = Pattern.compile("(?:" + NameWords.BEFORE + ")" + NameWords.LINK);
    private static final Pattern AFTER = Pattern.compile(NameWords.AFTER);
    private static final Pattern GOES_ON = Pattern.compile(NameWords.GOES_ON);
    private static final Pattern RATHER_NAME = Pattern.compile(NameWords.RATHER_NAME);
    private static final Pattern FIRM_OR_PLACE = Pattern.compile(NameWords.FIRM_OR_PLACE);
    private static final Pattern NEXT_OF_LIST = Pattern.compile("[、，,/]|和|及|与|以及");
    private static final Pattern HIDDEN = Pattern.compile("[一-龥]{1,2}某{1,2}(?!某)");
    private static final Pattern LAST_LINE = Pattern.compile("(?:^|[\\n。！？；])[ \\u3000\\t]*([一-龥]{2,4})[ \\u3000\\t]*"
            + "(?=\\n|$|\\s*\\d{4} ?[年.-]|[ \\u3000]*(?:[敬谨]上|启|呈))");
    private static final Pattern WITH_DOT = Pattern.compile("[一-龥]{2,6}[·•・．][一-龥]{2,8}");
    private static final int TOO_FAR = 4;
    private static final int LONGEST_FIRM = 6;

    private final String text;
    private final List<Mask> found = new ArrayList<>();

    private NameMasks(String text) {
        this.text = text;
    }

    /** Those names, wherever they stand. */
    static List<Mask> known(String text, Collection<String> names) {
        List<Mask> masks = new ArrayList<>();
        for (String name : names) {
            String plain = name == null ? "" : name.strip();
            for (int at = plain.length() < 2 ? -1 : text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
                masks.add(new Mask(MaskKind.NAME, at, at + plain.length(), 1, hidden(plain)));
            }
        }
        return masks;
    }

    /** @param numbers what was found of numbers; a name often stands right before one */
    static List<Mask> find(String text, List<Mask> numbers) {
        NameMasks names = new NameMasks(text);
        names.afterWords();
        names.afterHidden();
        names.beforeTitles();
        numbers.forEach(names::beforeNumber);
        names.asSignature();
        names.everywhereElse();
        return names.found;
    }

    private void afterWords() {
        Matcher before = BEFORE.matcher(text);
        int from = 0;
        while (from < text.length() && before.find(from)) {
            int length = before.end() >= text.length() ? 0 : nameAt(before.end(), sure(before.group()));
            if (length > 0) {
                rest(add(before.end(), length, sure(before.group()) ? 0.88 : 0.7));
            }
            from = before.start() + 1;
        }
    }

    /** A word with a colon or 叫 after it is followed by a name and by nothing else. */
    private static boolean sure(String words) {
        char last = words.charAt(words.length() - 1);
        return ":：叫名“\"（(".indexOf(last) >= 0
                || words.endsWith("姓名")
                || words.endsWith("联系人")
                || words.endsWith("法定代表人")
                || words.endsWith("举报人")
                || words.endsWith("投诉人");
    }

    /** A name hidden earlier still tells that the next of its list is one. */
    private void afterHidden() {
        Matcher hidden = HIDDEN.matcher(text);
        while (hidden.find()) {
            rest(hidden.end());
        }
    }

    private void beforeTitles() {
        Matcher title = AFTER.matcher(text);
        while (title.find()) {
            for (int length = 4; length >= 2; length--) {
                int start = title.start() - length;
                if (start >= 0 && wholeName(start, length)) {
                    add(start, length, 0.8);
                    break;
                }
            }
        }
    }

    private void beforeNumber(Mask number) {
        if (number.kind() == MaskKind.ROOM || number.kind() == MaskKind.PLATE) {
            return;
        }
        int end = number.start();
        while (end > 0 && number.start() - end < TOO_FAR && " ,，:：（(、-—/\t\u3000".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        for (int length = 4; length >= 2; length--) {
            int start = end - length;
            if (start >= 0 && wholeName(start, length) && !han(start - 1)) {
                add(start, length, 0.85);
                return;
            }
        }
    }

    private void asSignature() {
        Matcher line = LAST_LINE.matcher(text);
        while (line.find()) {
            int length = line.end(1) - line.start(1);
            if (wholeName(line.start(1), length) && line.start(1) > 0) {
                add(line.start(1), length, 0.75);
            }
        }
    }

    /** Who is named once is often named again without the words that told of a name. */
    private void everywhereElse() {
        List<String> names =
                found.stream().map(mask -> mask.original(text)).distinct().toList();
        for (String name : names) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                if (name.length() > 2 && !firmOrPlace(at, at + name.length())) {
                    found.add(new Mask(MaskKind.NAME, at, at + name.length(), 0.7, hidden(name)));
                }
            }
        }
    }

    /** 王小明、李四和张三: the names that follow the first. */
    private void rest(int from) {
        Matcher next = NEXT_OF_LIST.matcher(text);
        Matcher hidden = HIDDEN.matcher(text);
        int at = from;
        while (at < text.length() && next.region(at, text.length()).lookingAt()) {
            int start = next.end();
            if (start < text.length() && hidden.region(start, text.length()).lookingAt()) {
                at = hidden.end();
                continue;
            }
            int length = start >= text.length() ? 0 : nameAt(start, false);
            if (length == 0) {
                return;
            }
            at = add(start, length, 0.7);
        }
    }

    private int add(int start, int length, double confidence) {
        found.add(new Mask(
                MaskKind.NAME, start, start + length, confidence, hidden(text.substring(start, start + length))));
        return start + length;
    }

    /** How long the name is that begins there; 0 when none does. */
    private int nameAt(int start, boolean sure) {
        Matcher dotted = WITH_DOT.matcher(text).region(start, text.length());
        if (dotted.lookingAt()) {
            return dotted.end() - start;
        }
        int family = familyAt(start);
        if (family == 0 || !sure && notAName(start)) {
            return 0;
        }
        int most = 0;
        for (int given = 1; given <= 2 && given(start + family + given - 1); given++) {
            int end = start + family + given;
            if (!han(end) || goesOn(end) && (given == 2 || !endsName(start + family, end))) {
                return firmOrPlace(start, end) ? 0 : family + given;
            }
            most = family + given;
        }
        return most == 0 || !sure && most < family + 2 || firmOrPlace(start, start + most) ? 0 : most;
    }

    private boolean goesOn(int at) {
        return at < text.length()
                && GOES_ON.matcher(text).region(at, text.length()).lookingAt();
    }

    /** Whether the character there, which a sentence could go on with, rather ends the name. */
    private boolean endsName(int from, int at) {
        if (at - from != 1 || !given(at)) {
            return false;
        }
        boolean rather = RATHER_NAME.matcher(text).region(at, text.length()).lookingAt();
        boolean clear = NameWords.MAY_END_NAME.indexOf(text.charAt(at)) >= 0 && (!han(at + 1) || goesOn(at + 1));
        return rather || clear;
    }

    /** Whether exactly these characters are a surname and a given name. */
    private boolean wholeName(int start, int length) {
        int family = familyAt(start);
        if (family == 0 || length <= family || length > family + 2 || notAName(start)) {
            return false;
        }
        for (int at = start + family; at < start + length; at++) {
            if (!given(at)) {
                return false;
            }
        }
        return !firmOrPlace(start, start + length);
    }

    private boolean notAName(int start) {
        return start + 2 <= text.length() && NameWords.notAName(text.substring(start, start + 2));
    }

    private int familyAt(int at) {
        if (at + 2 <= text.length() && NameWords.DOUBLE_SURNAMES.contains(text.substring(at, at + 2))) {
            return 2;
        }
        return at < text.length() && NameWords.surname(text.charAt(at)) ? 1 : 0;
    }

    private boolean given(int at) {
        return at < text.length() && NameWords.mayBeGiven(text.charAt(at));
    }

    private boolean han(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '一' && text.charAt(at) <= '龥';
    }

    /** 王小明养猪场 is a firm and 陈埭镇 a place, although both begin like a name. */
    private boolean firmOrPlace(int start, int end) {
        Matcher word = FIRM_OR_PLACE.matcher(text);
        boolean both = NameWords.END_OF_BOTH.indexOf(text.charAt(end - 1)) >= 0;
        for (int at = both ? end : end - 1; at <= Math.min(end + LONGEST_FIRM, text.length() - 1) && han(at); at++) {
            boolean goesOn = at >= end && goesOn(at);
            if (word.region(at, text.length()).lookingAt()) {
                return at > start;
            }
            if (goesOn) {
                return false;
            }
        }
        return false;
    }

    /** The surname and 某 for each of the other characters. */
    static String hidden(String name) {
        if (name.matches(".*[·•・．].*")) {
            return "某某";
        }
        int family = NameWords.DOUBLE_SURNAMES.contains(name.substring(0, 2)) ? 2 : 1;
        return name.substring(0, family) + "某".repeat(Math.max(1, name.length() - family));
    }
}
