package org.duban.petition.repeat;

import java.util.Arrays;
import java.util.List;

/**
 * How common each pair of characters is among the letters, estimated from a sample, so that words every letter has make
 * no two letters alike and rare ones find the letters worth a look.
 */
public final class Vocabulary {

    /** Few letters say little about how common a word is; so many of ordinary ones are thought beside them. */
    private static final int THOUGHT_BESIDE = 200;

    private static final double THOUGHT_SHARE = 0.25;

    /** What letters about the environment are full of, wherever they come from. */
    private static final TextPrint ORDINARY =
            TextPrint.of("污染问题 噪声扰民 噪音扰民 夜间施工 粉尘扬尘 油烟异味 恶臭难闻 臭味臭气 废水废气污水直排 生活垃圾 建筑垃圾 垃圾堆放 乱堆乱倒"
                    + " 养猪场养殖场 工厂企业公司 有限公司 加工厂 小作坊 无环保手续 未办理环评 违法违规 破坏生态 占用农田 水土流失 河道沟渠 雨水污水管网 排放偷排 村庄村民居民群众业主小区住户"
                    + " 生产作业 经营餐饮饭店 影响严重 长期存在 没有处理 不达标 超标排放 直接排入 未经处理 附近周边 旁边对面 导致造成 存在问题 进行 使用 产生 烟尘 机器设备 白天晚上凌晨 投诉反映举报"
                    + " 村镇街道市区县 路号楼");

    private final long letters;
    private final int sampled;
    /** The pairs in order, beside each how often it was seen: a map of a hundred thousand of them is asked too often. */
    private final int[] pairs;

    private final int[] seen;
    private final double most;

    private Vocabulary(long letters, List<int[]> sample) {
        this.letters = letters;
        this.sampled = sample.size();
        this.most = Math.log(sampled + THOUGHT_BESIDE + 1.0) + Math.log(2);
        int[] all = sample.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        // What one letter of a small sample has says nothing, and there are many such pairs.
        int fewest = sampled > 1_000 ? 2 : 1;
        int[] counts = new int[all.length];
        int kept = 0;
        for (int from = 0, to; from < all.length; from = to) {
            to = from;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            if (to - from >= fewest) {
                counts[kept] = to - from;
                all[kept++] = all[from];
            }
        }
        this.pairs = Arrays.copyOf(all, kept);
        this.seen = Arrays.copyOf(counts, kept);
    }

    private int seen(int pair) {
        int at = Arrays.binarySearch(pairs, pair);
        return at < 0 ? 0 : seen[at];
    }

    public static Vocabulary of(long letters, List<int[]> sample) {
        return new Vocabulary(letters, sample);
    }

    /** How many letters probably have it; never less than the sample could have overlooked. */
    double expectedLetters(int pair) {
        if (sampled == 0) {
            return 0;
        }
        double each = Math.max(1.0, (double) letters / sampled);
        return Math.max(seen(pair), sampled < letters ? 0.5 : 0) * each;
    }

    /** From 0 for what every letter has up to 1 for what none has. */
    double weight(int pair) {
        double thought = Arrays.binarySearch(ORDINARY.pairs(), pair) >= 0 ? THOUGHT_SHARE * THOUGHT_BESIDE : 0;
        double share = (seen(pair) + thought + 0.5) / (sampled + THOUGHT_BESIDE + 1.0);
        return Math.max(0.02, -Math.log(Math.min(1, share)) / most);
    }

    long letters() {
        return letters;
    }
}
