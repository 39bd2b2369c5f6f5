package org.duban.intake.sheet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.intake.sheet.Xlsx.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that must be turned away with a sentence a clerk can act on. */
class BadFileTest {

    @TempDir
    Path folder;

    @Test
    void emptyFileIsNamedAsSuch() throws IOException {
        refused(write(new byte[0]), "空的");
        refused(write("  \r\n \r\n".getBytes(StandardCharsets.UTF_8)), "空的");
    }

    @Test
    void pdfPictureAndWordAreNoTables() throws IOException {
        refused(write("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8)), "不是表格");
        refused(write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}), "不是表格");
        refused(zip("word/document.xml", "<document/>"), "没有 Excel 工作簿");
    }

    @Test
    void webPageNamedXlsIsExplained() throws IOException {
        refused(write("<html><table><tr><td>序号</td></tr></table></html>".getBytes(StandardCharsets.UTF_8)), "网页");
    }

    @Test
    void protectedWorkbookAsksToRemoveThePassword() throws IOException {
        refused(write(compound("EncryptedPackage")), "密码");
    }

    @Test
    void oldExcelAsksToSaveAsXlsx() throws IOException {
        refused(write(compound("Workbook\0")), ".xls 文件");
    }

    @Test
    void cutOffWorkbookIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(Xlsx.of(row(1, "序号", "具体问题"), "").in(folder));
        refused(write(java.util.Arrays.copyOf(whole, whole.length / 2)), "损坏");
    }

    @Test
    void brokenXmlInsideIsDamaged() {
        refused(Xlsx.of("<row r=\"1\"><c r=\"A1\"><v>1</c></row>", "").in(folder), "损坏");
    }

    @Test
    void cellBeyondTheLastColumnIsDamaged() {
        refused(Xlsx.of("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "").in(folder), "损坏");
    }

    @Test
    void externalEntityIsNeverFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "机密");
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>"
                + "</sheetData></worksheet>";

        refused(Xlsx.of("", "").part("xl/worksheets/sheet1.xml", evil).in(folder), "外部引用");
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        String laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst>&b;</sst>";

        refused(Xlsx.of(row(1, "甲"), "").part("xl/sharedStrings.xml", laughs).in(folder), "外部引用");
    }

    @Test
    void zipBombIsStoppedBeforeParsing() throws IOException {
        refused(bomb(64 << 20, " <r/>"), "解压后过大");
    }

    @Test
    void oneEndlessCellIsStopped() {
        refused(Xlsx.of(row(1, "很长".repeat(500_000)), "").in(folder), "解压后过大");
    }

    @Test
    void tooManyPartsAreStopped() throws IOException {
        Path file = folder.resolve("parts.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 4_100; i++) {
                zip.putNextEntry(new ZipEntry("xl/part" + i + ".xml"));
                zip.closeEntry();
            }
        }

        refused(file, "解压后过大");
    }

    @Test
    void unclosedQuoteDoesNotSwallowRowsSilently() throws IOException {
        refused(write("序号,具体问题,责任单位\n1,\"沟渠黑臭,晋江市\n2,噪声扰民,石狮市\n".getBytes(StandardCharsets.UTF_8)), "引号");
    }

    @Test
    void bytesOfNoEncodingAreNamed() throws IOException {
        refused(write(new byte[] {'a', ',', 'b', '\n', (byte) 0xFF, (byte) 0xFF, '\n', (byte) 0x80, '\n'}), "编码");
    }

    private static void refused(Path file, String says) {
        assertThatThrownBy(() -> {
                    try (TableFile table = TableFile.open(file, FileLimits.DEFAULT)) {
                        table.read(0, row -> true);
                    }
                })
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(says)
                .hasMessageEndingWith("。");
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("list.xlsx"), content);
    }

    private Path zip(String part, String content) throws IOException {
        Path file = folder.resolve("other.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"[Content_Types].xml", part}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A sheet that packs to a thousandth of its size. */
    private Path bomb(int size, String repeated) throws IOException {
        byte[] block = repeated.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int written = 0; written < size; written += block.length) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        return file;
    }

    /** The container of old and of encrypted workbooks, with one named stream. */
    private static byte[] compound(String stream) {
        ByteBuffer bytes = ByteBuffer.allocate(2_048);
        bytes.put(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        bytes.position(1_024).put(stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.array();
    }
}
