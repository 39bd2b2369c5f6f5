package org.duban.petition.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which letters are alike, and why. */
class ComparisonTest {

    private static final Vocabulary NOTHING_KNOWN = Vocabulary.of(0, List.of());
    private static final String PIGS = "投诉人反映：北高镇山前村飞成养猪场距最近居民住宅不到200米，恶臭扰民，污水影响土地耕种。";

    @Test
    void theSameMatterInOtherWordsIsFound() {
        Likeness likeness = compare(PIGS, "群众举报北高镇山前村的飞成养猪场夜里偷排污水，臭得睡不着，离住宅不足150米。");

        assertThat(likeness.score()).isGreaterThanOrEqualTo(RepeatSettings.DEFAULT_THRESHOLD);
        assertThat(likeness.reasons()).contains("同一企业：飞成养猪场", "地点相同：北高镇、山前村", "相隔 12 天");
    }

    @Test
    void theSameLetterSentAgainScoresFull() {
        Likeness likeness = compare(PIGS, "来电反映北高镇山前村飞成养猪场距最近居民住宅不到150米,恶臭扰民,污水影响土地耕种。请尽快处理");

        assertThat(likeness.similarity()).isGreaterThan(90);
        assertThat(likeness.score()).isGreaterThan(95);
    }

    @Test
    void wordsEveryLetterHasMakeNoTwoAlike() {
        Likeness likeness = compare(
                "群众反映：黄石镇七境村鞋厂无环保手续，夜间生产噪声扰民，废气异味严重影响周边居民，希望有关部门尽快处理。",
                "群众反映：河市镇霞溪村石材厂未办理环评，夜间生产噪声扰民，粉尘污染严重影响周边居民，希望相关部门尽快查处。");

        assertThat(likeness.score()).isLessThan(RepeatSettings.DEFAULT_THRESHOLD);
    }

    @Test
    void anotherMatterInTheSameTownIsNotARepeat() {
        assertThat(compare(PIGS, "北高镇后积村海滩被倾倒建筑垃圾和渣土，红树林被毁。").score()).isLessThan(RepeatSettings.DEFAULT_THRESHOLD);
    }

    @Test
    void ordinaryNamesOfFirmsAreNoFirms() {
        assertThat(Places.firmsIn(null, "村里一家工厂和几家鞋厂夜里排污")).isEmpty();
        assertThat(Places.sameFirm("鸿昌养猪场", "泉州市鸿昌农牧开发有限公司")).isTrue();
        assertThat(Places.sameFirm("鸿昌养猪场", "成飞养猪场")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9,9", "九,9", "十,10", "十八,18", "二十,20", "二十一,21", "一百零二,102", "一百一十,110"})
    void readsChineseNumerals(String written, int number) {
        assertThat(Mentions.number(written)).isEqualTo(number);
    }

    @Test
    void readsWhatALetterSaysOfEarlierOnes() {
        assertThat(Mentions.in("此件与已公开的第九批举报件重复。2023-11-30委托监测。"))
                .containsExactly(new Mention("此件与已公开的第九批举报件重复", 9, null, false));
        assertThat(Mentions.in("此件与已公开的第十六批举报件部分重复。"))
                .containsExactly(new Mention("此件与已公开的第十六批举报件部分重复", 16, null, true));
        assertThat(Mentions.in("与X2FJ201908130070号件重复；另见第３批"))
                .extracting(Mention::number)
                .containsExactly("X2FJ201908130070");
        assertThat(Mentions.in("与第九批、第18批举报件重复")).extracting(Mention::batch).containsExactly(9, 18);
        assertThat(Mentions.in("工厂重复排污。第三批设备已到")).isEmpty();
        assertThat(Mentions.in("多次重复投诉，无人处理。第九批次验收合格。")).isEmpty();
        assertThat(Mentions.in(null)).isEmpty();
    }

    @Test
    void marksWhatBothTextsHave() {
        assertThat(Passages.of("山前村飞成养猪场臭", "去年飞成养猪场扩建"))
                .containsExactly(
                        new Passages.Passage("山前村", false),
                        new Passages.Passage("飞成养猪场", true),
                        new Passages.Passage("臭", false));
        assertThat(Passages.of("", "飞成养猪场")).isEmpty();
    }

    private static Likeness compare(String one, String other) {
        return Comparison.of(
                sight("XF2070-000001", one, LocalDate.of(2070, 3, 1)),
                sight("XF2070-000002", other, LocalDate.of(2070, 3, 13)),
                NOTHING_KNOWN);
    }

    private static Sight sight(String no, String text, LocalDate day) {
        return new Sight(
                CaseNo.of(no), TextPrint.of(text), Places.in(text), Places.firmsIn(null, text), List.of(), null, day);
    }
}
