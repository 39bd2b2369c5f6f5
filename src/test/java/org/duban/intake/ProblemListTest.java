package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.intake.sheet.Xlsx.merged;
import static org.duban.intake.sheet.Xlsx.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.intake.sheet.FileLimits;
import org.duban.intake.sheet.TableFile;
import org.duban.intake.sheet.UnreadableFile;
import org.duban.intake.sheet.Xlsx;
import org.duban.problem.DeadlineKind;
import org.duban.problem.NewProblem;
import org.duban.problem.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    private final List<String> skipped = new ArrayList<>();

    @Test
    void columnsAreFoundByNameInAnyOrderBelowTheTitle() {
        Path file = Xlsx.of(
                        row(1, "2026年度突出生态环境问题清单")
                                + row(2, "填报单位:市环委办", null, null, "单位:个")
                                + row(4, "整改\n时限", "责 任 单 位", "具体问题", "序号", "问题来源", "属 地", "经办人")
                                + row(5, "2026年12月底", "晋江市", "池塘发黑发臭,多次投诉。排口未封堵", "1", "责任书通报", "晋江市", "某某"),
                        merged("A1:G1"))
                .in(folder);

        ProblemList list = list(file);
        NewProblem problem = only(list);

        assertThat(list.header().row()).isEqualTo(4);
        assertThat(list.header().ignored()).containsExactly("经办人");
        assertThat(problem.source()).isEqualTo("责任书通报");
        assertThat(problem.listName()).isEqualTo("2026年度突出生态环境问题清单");
        assertThat(problem.listSerial()).isEqualTo("1");
        assertThat(problem.listRegion()).isEqualTo("晋江市");
        assertThat(problem.title()).isEqualTo("池塘发黑发臭,多次投诉");
        assertThat(problem.deadline().dueOn()).isEqualTo("2026-12-31");
        assertThat(problem.risk()).isEqualTo(Risk.MEDIUM);
        assertThat(problem.leadUnit()).isNull();
    }

    @Test
    void headingsOfAPublishedTableAreKnown() throws IOException {
        String header = "任务编号/序号,来源督察,地区,反馈问题(整改任务),牵头单位,责任单位(整改实施主体),验收/监管单位,\"整改类型(归类,源文未写)\","
                + "整改时限,整改目标,整改措施,整改进展/完成情况,状态,note\n";
        String rows = "一,某轮督察,泉州市,\"认识不到位:部分单位重视不够\",市委办公室、市政府办公室,\"市直有关单位,各县(市、区)党委和人民政府\","
                + "(省级验收),长期坚持,立行立改、长期坚持,认识明显提高,,已开展培训,推进中,\n";
        Path file = write(header + rows);

        ProblemList list = list(file);
        NewProblem problem = only(list);

        assertThat(list.header().ignored()).containsExactly("整改进展/完成情况", "状态", "note");
        assertThat(problem.leadUnit().value()).isEqualTo("35050013");
        assertThat(problem.responsibleUnits()).hasSize(7);
        assertThat(problem.supervisingUnit()).isNull();
        assertThat(problem.deadline().kind()).isEqualTo(DeadlineKind.IMMEDIATE);
        assertThat(problem.deadline().alsoStanding()).isTrue();
        assertThat(skipped).anyMatch(note -> note.contains("市直有关单位")).anyMatch(note -> note.contains("牵头"));
    }

    @Test
    void headingsInTwoStoreysAreJoined() {
        Path file = Xlsx.of(
                        row(1, "序号", "具体问题", "单位", null, "整改时限", "问题来源")
                                + row(2, null, null, "牵头单位", "责任单位")
                                + row(3, "1", "沟渠黑臭", "市水利局", "晋江市", "立行立改", "通报"),
                        merged("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"))
                .in(folder);

        NewProblem problem = only(list(file));

        assertThat(problem.leadUnit().value()).isEqualTo("35050011");
        assertThat(problem.responsibleUnits()).hasSize(1);
    }

    @Test
    void mergedRegionCountsForEveryRow() {
        Path file = Xlsx.of(
                        row(1, "行政区域", "序号", "具体问题", "问题来源")
                                + row(2, "晋江市", "1", "一号问题", "通报")
                                + row(3, null, "2", "二号问题", "通报"),
                        merged("A2:A3"))
                .in(folder);

        assertThat(problems(list(file))).extracting(NewProblem::listRegion).containsExactly("晋江市", "晋江市");
    }

    @Test
    void oneSerialOverSeveralRowsIsOneProblem() {
        Path file = Xlsx.of(
                        row(1, "序号", "具体问题", "整改措施", "问题来源", "整改时限")
                                + row(2, "1", "管网缺口", "1.排查", "通报", "2026年3月底")
                                + row(3, null, null, "2.改造", null, "2026年底")
                                + row(4, "2", "噪声", "停业", "通报", "立行立改"),
                        merged("A2:A3", "B2:B3", "D2:D3"))
                .in(folder);

        List<NewProblem> problems = problems(list(file));

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).measuresText()).isEqualTo("1.排查\n2.改造");
        assertThat(problems.get(0).deadline().dueOn()).isEqualTo("2026-12-31");
    }

    @Test
    void groupTitlesRepeatedHeadingsSumsAndBlankRowsAreLeftOut() {
        Path file = Xlsx.of(
                        row(1, "序号", "具体问题", "问题来源", "责任单位")
                                + row(2, "1", "2", "3", "4")
                                + row(3, "一、水环境问题", null, null, null)
                                + row(4, "1", "河道垃圾", "通报", "晋江市")
                                + row(5, "序号", "具体问题", "问题来源", "责任单位")
                                + row(6, "2", "扬尘", "通报", "南安市")
                                + row(7, "", "", "", "")
                                + row(8, "合计", null, null, "2")
                                + row(9, "注:以上为第一批"),
                        merged("A3:D3"))
                .in(folder);

        assertThat(problems(list(file))).extracting(NewProblem::listSerial).containsExactly("1", "2");
        assertThat(skipped).hasSize(3);
    }

    @Test
    void firstSheetWithHeadingsIsTakenAndTheOthersAreNamed() throws IOException {
        Path file = folder.resolve("several.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "请先阅读");
            var sheet = workbook.newWorksheet("清单");
            List<String> headings = List.of("序号", "问题来源", "具体问题");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                sheet.value(1, i, i == 0 ? "7" : "内容");
            }
            workbook.newWorksheet("附表").value(0, 0, "其他");
        }

        ProblemList list = list(file);

        assertThat(list.sheetName()).isEqualTo("清单");
        assertThat(list.otherSheets()).containsExactly("说明", "附表");
        assertThat(only(list).listSerial()).isEqualTo("7");
    }

    @Test
    void everyFaultOfARowIsNamedWithColumnValueAndRemedy() throws IOException {
        Path file = write("序号,问题来源,行政区域,具体问题,牵头单位,整改时限,风险等级\n,通报,晋江市,,市火箭局,年底前,极高\n");

        List<RowError> errors = read(list(file)).get(0).errors();

        assertThat(errors).extracting(RowError::column).containsExactly("序号", "具体问题", "牵头单位", "整改时限", "风险等级");
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.remedy()).isNotBlank();
        });
        assertThat(errors.get(2).value()).isEqualTo("市火箭局");
        assertThat(errors.get(2).message()).contains("不存在");
    }

    @Test
    void problemOfAnotherCityIsRefusedForThatOneReason() throws IOException {
        Path file = write("序号,问题来源,地区,反馈问题,责任单位,整改时限\n1,通报,三明市,河道垃圾,沙县区,年底前\n");

        List<RowError> errors = read(list(file)).get(0).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).column()).isEqualTo("地区");
        assertThat(errors.get(0).message()).contains("三明市");
    }

    @Test
    void formulaWithoutResultIsRefusedWithAdvice() {
        Path file = Xlsx.of(
                        row(1, "序号", "具体问题", "问题来源")
                                + "<row r=\"2\"><c r=\"A2\"><f>ROW()</f></c>" + Xlsx.text("B2", "黑臭")
                                + Xlsx.text("C2", "通报") + "</row>",
                        "")
                .in(folder);

        List<RowError> errors = read(list(file)).get(0).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).message()).contains("公式");
        assertThat(errors.get(0).remedy()).contains("选择性粘贴");
    }

    @Test
    void tableWithoutUsefulHeadingsIsRefused() throws IOException {
        Path file = write("姓名,电话\n甲,1\n");

        assertThatThrownBy(() -> list(file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("没有找到表头");
    }

    @Test
    void listWithoutSerialsIsRefused() throws IOException {
        Path file = write("具体问题,问题来源,责任单位\n黑臭,通报,晋江市\n");

        assertThatThrownBy(() -> list(file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("序号");
    }

    private Path write(String csv) throws IOException {
        return Files.write(folder.resolve("list.csv"), csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemList list(Path file) {
        return ProblemList.in(TableFile.open(file, FileLimits.DEFAULT));
    }

    private NewProblem only(ProblemList list) {
        List<NewProblem> problems = problems(list);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private List<NewProblem> problems(ProblemList list) {
        return read(list).stream()
                .peek(result -> assertThat(result.errors()).isEmpty())
                .map(result -> result.listed().problem())
                .toList();
    }

    private List<ProblemRows.Result> read(ProblemList list) {
        ProblemRows rows = new ProblemRows(list.header(), new UnitPhrases(new FakeUnits()), null, TODAY);
        List<ProblemRows.Result> results = new ArrayList<>();
        list.rows(row -> results.add(rows.read(row)), skipped::add);
        results.forEach(result -> skipped.addAll(result.notes()));
        return results;
    }
}
