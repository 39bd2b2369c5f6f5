package org.duban.petition.repeat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a letter's text is compared by: the pairs of neighbouring characters it holds, without numbers, punctuation and
 * the phrases every letter has. Each pair is one int, both characters in it, sorted and without doubles.
 */
public record TextPrint(int[] pairs) {

    /** Longer ones before the shorter ones they contain. */
    private static final List<String> EVERY_LETTER_HAS = List.of(
            "投诉人反映", "举报人反映", "来电人反映", "来信人反映", "信访人反映", "群众反映", "群众举报", "群众投诉", "村民反映", "居民反映", "业主反映", "匿名群众", "来电反映",
            "来信反映", "反映称", "投诉称", "举报称", "多次反映", "多次投诉", "多次举报", "至今未解决", "一直没有解决", "至今没有处理", "无人处理", "希望有关部门",
            "希望相关部门", "请有关部门", "请相关部门", "请政府部门", "要求有关部门", "要求相关部门", "尽快处理", "尽快解决", "尽快查处", "依法查处", "依法处理", "严肃查处",
            "现场核查", "影响周边居民", "影响居民生活", "影响群众生活", "严重影响", "周边居民", "周边群众", "附近居民", "附近村民", "生态环境问题", "环境污染", "污染环境",
            "督察组领导", "督察组", "您好", "你好", "尊敬的领导", "谢谢", "恳请", "泉州市", "福建省");

    private static final Pattern BOILERPLATE = Pattern.compile(String.join("|", EVERY_LETTER_HAS));
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{IsHan}a-z]+");

    public static TextPrint of(String... texts) {
        int[] pairs = new int
                [Arrays.stream(texts)
                        .mapToInt(text -> text == null ? 0 : text.length() * 2)
                        .sum()];
        int count = 0;
        for (String text : texts) {
            for (String run : NO_WORD.split(folded(text))) {
                for (int i = 0; i + 1 < run.length(); i++) {
                    pairs[count++] = run.charAt(i) << 16 | run.charAt(i + 1);
                }
            }
        }
        return new TextPrint(Arrays.stream(pairs, 0, count).sorted().distinct().toArray());
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return BOILERPLATE.matcher(plain).replaceAll(" ");
    }

    public int size() {
        return pairs.length;
    }
}
