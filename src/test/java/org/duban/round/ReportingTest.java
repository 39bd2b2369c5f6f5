package org.duban.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a unit may file, and what is refused with which sentence. */
class ReportingTest {

    private static final RoundItem.Last LAST =
            new RoundItem.Last(YearMonth.of(2026, 10), "正在改造", 50, ItemStatus.ON_SCHEDULE, "资金未到位");

    private final RoundItem dated = item(1, false, false, 70, LAST);
    private final RoundItem fresh = item(2, false, false, 30, null);
    private final RoundItem standing = item(
            3, true, false, null, new RoundItem.Last(YearMonth.of(2026, 9), "每月巡查", null, ItemStatus.STANDING, null));
    private final RoundItem gone = item(4, false, true, 100, LAST);

    @Test
    void unchangedWhileTimePassedMayBeBehindNow() {
        assertThat(file(List.of(dated), same(1)))
                .containsExactly(new FiledItem(no(1), true, null, null, null, ItemStatus.BEHIND));
    }

    @Test
    void onlyTheDifferenceIsKept() {
        assertThat(file(List.of(dated), row(1, "正在改造", 80, null, "资金未到位")))
                .containsExactly(new FiledItem(no(1), false, null, 80, null, ItemStatus.ON_SCHEDULE));
        assertThat(file(List.of(dated), row(1, "改造完成一半", 50, null, "")))
                .containsExactly(new FiledItem(no(1), false, "改造完成一半", null, "", ItemStatus.BEHIND));
        assertThat(file(List.of(dated), row(1, "正在改造", 50, null, "资金未到位")))
                .containsExactly(new FiledItem(no(1), true, null, null, null, ItemStatus.BEHIND));
    }

    @Test
    void theUnitMaySayAnotherStatusThanTheNumbers() {
        assertThat(file(List.of(dated), row(1, "设备已到港", 60, ItemStatus.ON_SCHEDULE, null)))
                .extracting(FiledItem::status)
                .containsExactly(ItemStatus.ON_SCHEDULE);
    }

    @Test
    void aStandingProblemHasTextAndNoPercent() {
        assertThat(file(List.of(standing), row(3, "每周巡查，无反弹", 40, ItemStatus.BEHIND, null)))
                .containsExactly(new FiledItem(no(3), false, "每周巡查，无反弹", null, null, ItemStatus.STANDING));
        assertThat(file(List.of(standing), same(3)))
                .containsExactly(new FiledItem(no(3), true, null, null, null, ItemStatus.STANDING));
    }

    @Test
    void whatWasStruckOffMeanwhileNeedsNoWord() {
        assertThat(file(List.of(gone)))
                .containsExactly(new FiledItem(no(4), false, "已批准销号。", 100, null, ItemStatus.DONE));
    }

    @Test
    void everyRefusalNamesTheRowAndWhatToDo() {
        refused(
                "还有 2 个问题没有填写（第 1、3 行），请填写本月进展；没有变化的，请勾选“与上月相同”。",
                List.of(dated, fresh, standing),
                row(2, "开工", 5, null, null));
        refused("第 2 行（WT2026-000002）以前没有填报过，不能选“与上月相同”，请填写本月进展。", List.of(fresh), same(2));
        refused("第 2 行（WT2026-000002）还没有填写本月进展，请填写；没有变化的，请勾选“与上月相同”。", List.of(fresh), row(2, " ", 5, null, null));
        refused("第 2 行（WT2026-000002）还没有填写实际进度，请填写 0 至 100 的整数。", List.of(fresh), row(2, "开工", null, null, null));
        refused("第 2 行（WT2026-000002）实际进度“120”不对，请填写 0 至 100 的整数。", List.of(fresh), row(2, "开工", 120, null, null));
        refused(
                "第 2 行（WT2026-000002）状态选了“已完成”，实际进度却是 90%，请改为 100% 或改选状态。",
                List.of(fresh), row(2, "开工", 90, ItemStatus.DONE, null));
        refused(
                "第 2 行（WT2026-000002）实际进度填了 100%，状态却是“未达序时进度”，请改选“已完成”或改正进度。",
                List.of(fresh), row(2, "完工", 100, ItemStatus.BEHIND, null));
        refused("第 3 行（WT2026-000003）还没有填写坚持情况，请填写；没有变化的，请勾选“与上月相同”。", List.of(standing), row(3, "", null, null, null));
        refused(
                "第 2 行（WT2026-000002）本月进展有 2001 字，请缩短到 2000 字以内。",
                List.of(fresh),
                row(2, "长".repeat(2001), 5, null, null));
        refused("案号 WT2026-000009 不在本单位这一轮的调度表中，请刷新任务列表后重新填报。", List.of(fresh), row(9, "开工", 5, null, null));
        refused(
                "案号 WT2026-000002 填了两次，请刷新任务列表后重新填报。",
                List.of(fresh),
                row(2, "开工", 5, null, null),
                row(2, "开工", 5, null, null));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, 0", "2026-03-31, 50", "2026-04-30, 100", "2026-02-01, 0", "2026-06-01, 100"})
    void progressDueGrowsDayByDay(LocalDate on, int percent) {
        PlannedProgress planned = PlannedProgress.of(
                LocalDate.of(2026, 3, 1), on, List.of(new PlannedProgress.Part("措施 1", LocalDate.of(2026, 4, 30))));
        assertThat(planned.percent()).isEqualTo(percent);
    }

    @Test
    void progressDueIsExplainedMeasureByMeasure() {
        OpenProblem problem = new OpenProblem(
                UnitCode.of("350582"),
                no(1),
                1,
                true,
                false,
                false,
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 1),
                List.of(
                        new OpenProblem.Measure(1, "350582", LocalDate.of(2026, 3, 11)),
                        new OpenProblem.Measure(2, "350583", LocalDate.of(2026, 3, 5)),
                        new OpenProblem.Measure(3, "350582", LocalDate.of(2026, 3, 21))));

        assertThat(problem.planned(LocalDate.of(2026, 3, 16)))
                .isEqualTo(new PlannedProgress(
                        88,
                        List.of(
                                "措施 1：时限 2026-03-11 已到，应完成 100%",
                                "措施 3：2026-03-01 至 2026-03-21 共 20 天，已过 15 天，应完成 75%", "2 项平均，截至 2026-03-16 应完成 88%")));
    }

    private static List<FiledItem> file(List<RoundItem> table, ReportRound.Row... rows) {
        return Reporting.filed(table, new ReportRound(List.of(rows)));
    }

    private static void refused(String sentence, List<RoundItem> table, ReportRound.Row... rows) {
        assertThatThrownBy(() -> file(table, rows)).hasMessage(sentence);
    }

    private static ReportRound.Row same(int serial) {
        return new ReportRound.Row(no(serial).value(), true, null, null, null, null);
    }

    private static ReportRound.Row row(int serial, String text, Integer actual, ItemStatus status, String issue) {
        return new ReportRound.Row(no(serial).value(), false, text, actual, status, issue);
    }

    private static CaseNo no(int serial) {
        return CaseNo.problem(2026, serial);
    }

    private static RoundItem item(int serial, boolean standing, boolean gone, Integer planned, RoundItem.Last last) {
        return new RoundItem(
                CaseNo.round(YearMonth.of(2026, 11)),
                UnitCode.of("350582"),
                serial,
                no(serial),
                "问题",
                "来源",
                "2026年底前",
                null,
                "整改中",
                true,
                standing,
                gone,
                false,
                null,
                planned,
                List.of(),
                last,
                null);
    }
}
