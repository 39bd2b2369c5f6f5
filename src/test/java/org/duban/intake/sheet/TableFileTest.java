package org.duban.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.intake.sheet.Xlsx.merged;
import static org.duban.intake.sheet.Xlsx.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    @TempDir
    Path folder;

    @Test
    void rowsKeepTheNumbersTheSheetShows() {
        Path file = Xlsx.of(row(2, "甲") + row(7, "乙", null, "丙"), "").in(folder);

        List<SheetRow> rows = rows(file);

        assertThat(rows).extracting(SheetRow::number).containsExactly(2, 7);
        assertThat(rows.get(1).texts()).containsExactly("乙", "", "丙");
    }

    @Test
    void mergedCellsCountForAllTheirCells() {
        Path file = Xlsx.of(row(1, "晋江市", "一", "首格") + row(2, null, "二") + row(3, "石狮市", "三"), merged("A1:A2", "C1:D2"))
                .in(folder);

        List<SheetRow> rows = rows(file);

        assertThat(rows.get(0).texts()).containsExactly("晋江市", "一", "首格", "首格");
        assertThat(rows.get(1).texts()).containsExactly("晋江市", "二", "首格", "首格");
        assertThat(rows.get(1).cell(0).continued()).isTrue();
        assertThat(rows.get(0).cell(3).spread()).isTrue();
        assertThat(rows.get(2).cell(0).text()).isEqualTo("石狮市");
    }

    @Test
    void mergeOverTheWholeSheetStaysSmall() {
        Path file = Xlsx.of(row(1, "标题") + row(2, "a"), merged("A1:XFD1", "B2:B1048576"))
                .in(folder);

        assertThat(rows(file).get(0).cells()).hasSizeLessThan(300);
    }

    @Test
    void datesNumbersAndFormulasAreReadAsShown() {
        Path file = Xlsx.of(
                        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46022</v></c><c r=\"B1\" s=\"2\"><v>46022.5</v></c>"
                                + "<c r=\"C1\"><v>12</v></c><c r=\"D1\"><v>2.0252792025280E13</v></c>"
                                + "<c r=\"E1\"><f>C1+1</f><v>13</v></c><c r=\"F1\" t=\"str\"><f>A1</f><v>晋江市</v></c>"
                                + "<c r=\"G1\" s=\"1\"><f>TODAY()</f><v>46022</v></c></row>",
                        "")
                .in(folder);

        SheetRow row = rows(file).get(0);

        assertThat(row.cell(0).date()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(row.cell(1).date()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(row.texts().subList(2, 6)).containsExactly("12", "20252792025280", "13", "晋江市");
        assertThat(row.cell(6).date()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void errorValuesAndFormulasWithoutResultAreFaults() {
        Path file = Xlsx.of(
                        "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c><c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                                + "<c r=\"C1\"><f>VLOOKUP(1,A:B,2)</f></c></row>",
                        "")
                .in(folder);

        SheetRow row = rows(file).get(0);

        assertThat(row.cell(0).fault()).contains("#REF!");
        assertThat(row.cell(1).fault()).contains("#DIV/0!");
        assertThat(row.cell(2).fault()).contains("公式");
    }

    @Test
    void workbookWithoutStylesIsRead() {
        Path file = Xlsx.of(row(1, "甲", "乙"), "")
                .part("xl/styles.xml", "<styleSheet/>")
                .in(folder);

        assertThat(rows(file).get(0).texts()).containsExactly("甲", "乙");
    }

    @Test
    void whatTheLibraryWritesIsReadBack() throws IOException {
        Path file = folder.resolve("written.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("清单");
            sheet.value(0, 0, "序号");
            sheet.value(0, 1, "整改时限");
            sheet.value(1, 0, 1);
            sheet.value(1, 1, LocalDate.of(2026, 6, 30));
            sheet.style(1, 1).format("yyyy-MM-dd").set();
            workbook.newWorksheet("说明").value(0, 0, "填表说明");
        }

        try (TableFile table = TableFile.open(file, FileLimits.DEFAULT)) {
            assertThat(table.sheets()).containsExactly("清单", "说明");
        }
        assertThat(rows(file).get(1).cell(1).date()).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void csvOfEveryEncodingIsRead(String name) throws IOException {
        String text = "序号,具体问题,责任单位\r\n1,\"沟渠黑臭,\n长期未清\",晋江市\r\n\r\n2,噪声扰民,石狮市\r\n";
        Path file = write(text.getBytes(Charset.forName(name)));

        List<SheetRow> rows = rows(file);

        assertThat(rows.get(0).texts()).containsExactly("序号", "具体问题", "责任单位");
        assertThat(rows.get(1).cell(1).text()).isEqualTo("沟渠黑臭,\n长期未清");
        assertThat(rows.get(3).number()).isEqualTo(4);
        assertThat(rows.get(3).texts()).containsExactly("2", "噪声扰民", "石狮市");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkIsNotPartOfTheFirstHeading(String name) throws IOException {
        Path file = write(("\uFEFF序号,问题\n1,甲\n").getBytes(Charset.forName(name)));

        assertThat(rows(file).get(0).cell(0).text()).isEqualTo("序号");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void csvSeparatorIsFound(String separator) throws IOException {
        Path file = write(("序号" + separator + "问题" + separator + "责任单位\n1" + separator + "甲" + separator + "乙\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows(file).get(1).texts()).containsExactly("1", "甲", "乙");
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("list.csv"), content);
    }

    private static List<SheetRow> rows(Path file) {
        List<SheetRow> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file, FileLimits.DEFAULT)) {
            table.read(0, rows::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }
}
