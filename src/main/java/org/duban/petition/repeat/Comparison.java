package org.duban.petition.repeat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares two letters by text, place, firm, kind and time. The text counts by the rarity of what both have; the shorter
 * letter may be contained in the longer one, as a call is in a letter.
 */
final class Comparison {

    private static final int TEXT = 62;
    private static final int FIRM = 26;
    private static final int PLACE = 18;
    private static final int TOWN = 7;
    private static final int TYPE = 3;
    private static final int ELSEWHERE = 25;
    private static final int WORDS_ENOUGH = 12;
    private static final double CONTAINED = 0.88;
    private static final double FULL_TEXT = 0.75;

    private Comparison() {}

    static Likeness of(Sight one, Sight other, Vocabulary words) {
        double similarity = similarity(one.print().pairs(), other.print().pairs(), words);
        List<String> reasons = new ArrayList<>();
        double score = TEXT * Math.min(1, similarity / FULL_TEXT);
        int percent = (int) Math.round(100 * similarity);
        if (percent >= 20) {
            reasons.add("正文相似度 " + percent + "%");
        }
        score += firm(one, other, reasons) + place(one, other, reasons);
        List<String> types = both(one.types(), other.types());
        if (!types.isEmpty()) {
            score += TYPE;
            reasons.add("污染类型相同：" + String.join("、", types));
        }
        score += time(one.receivedOn(), other.receivedOn(), reasons);
        if (one.district() != null
                && other.district() != null
                && !one.district().equals(other.district())) {
            score -= ELSEWHERE;
            reasons.add("注意：两件的行政区域不同");
        }
        return new Likeness((int) Math.max(0, Math.min(100, Math.round(score))), percent, List.copyOf(reasons));
    }

    private static double firm(Sight one, Sight other, List<String> reasons) {
        for (String mine : one.firms()) {
            for (String theirs : other.firms()) {
                if (Places.sameFirm(mine, theirs)) {
                    reasons.add("同一企业：" + (mine.length() >= theirs.length() ? mine : theirs));
                    return FIRM;
                }
            }
        }
        return 0;
    }

    private static double place(Sight one, Sight other, List<String> reasons) {
        List<String> same = both(one.places(), other.places());
        if (same.isEmpty()) {
            return 0;
        }
        reasons.add("地点相同：" + String.join("、", same));
        return same.stream().allMatch(Places::wide) ? TOWN : PLACE;
    }

    private static double time(LocalDate one, LocalDate other, List<String> reasons) {
        long days = Math.abs(ChronoUnit.DAYS.between(one, other));
        reasons.add(days == 0 ? "同一天来件" : "相隔 " + days + " 天");
        return days <= 31 ? 4 : days <= 366 ? 2 : 0;
    }

    private static List<String> both(List<String> one, List<String> other) {
        return one.stream().filter(other::contains).distinct().limit(3).toList();
    }

    /** Weighted share of what both have in what either has, or in what the shorter one has. */
    static double similarity(int[] one, int[] other, Vocabulary words) {
        double common = 0;
        double onlyOne = 0;
        double onlyOther = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            if (j == other.length || i < one.length && one[i] < other[j]) {
                onlyOne += words.weight(one[i++]);
            } else if (i == one.length || other[j] < one[i]) {
                onlyOther += words.weight(other[j++]);
            } else {
                common += words.weight(one[i++]);
                j++;
            }
        }
        if (common == 0) {
            return 0;
        }
        double together = common / (common + onlyOne + onlyOther);
        boolean enough = Math.min(one.length, other.length) >= WORDS_ENOUGH;
        double contained = enough ? CONTAINED * common / (common + Math.min(onlyOne, onlyOther)) : 0;
        return Math.max(together, contained * contained);
    }
}
