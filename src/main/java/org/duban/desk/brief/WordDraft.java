package org.duban.desk.brief;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A Word file in the type of official papers (GB/T 9704): A4, 仿宋 of 16 points, 28 points a line. A number in the text,
 * written {@code {BEHIND}}, opens its list.
 */
final class WordDraft implements AutoCloseable {

    private static final Pattern FIGURE = Pattern.compile("\\{([A-Z_]+)}");
    private static final String TEXT = "仿宋";
    private static final String HEADING = "黑体";
    private static final String TITLE = "宋体";
    private static final int BODY = 16;
    private static final int SMALL = 10;
    private static final int TITLE_SIZE = 22;
    private static final int TWIPS_PER_LINE = 560;
    private static final int TWO_CHARACTERS = 640;
    private static final int TABLE_WIDTH = 9400;

    private final XWPFDocument document = new XWPFDocument();
    private final Register register;
    private final String links;

    WordDraft(Register register, String links) {
        this.register = register;
        this.links = links;
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1253));
        margin.setRight(BigInteger.valueOf(1253));
    }

    void write(OutputStream out) throws IOException {
        document.write(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    void title(String words) {
        XWPFParagraph paragraph = paragraph(0);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(200);
        font(paragraph.createRun(), TITLE, TITLE_SIZE, words).setBold(true);
    }

    void byline(String words) {
        XWPFParagraph paragraph = paragraph(0);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(200);
        font(paragraph.createRun(), TEXT, BODY - 2, words);
    }

    void heading(String words) {
        font(paragraph(TWO_CHARACTERS).createRun(), HEADING, BODY, words);
    }

    /** At the margin, as an address is. */
    void plain(String words) {
        fill(paragraph(0), words);
    }

    void indented(String words) {
        fill(paragraph(TWO_CHARACTERS), words);
    }

    /** Who signs, and when, at the right. */
    void signed(String organ, String day) {
        for (String words : List.of(organ, day)) {
            XWPFParagraph paragraph = paragraph(0);
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            paragraph.setIndentationRight(TWO_CHARACTERS * 2);
            font(paragraph.createRun(), TEXT, BODY, words);
        }
    }

    /**
     * A table whose first row is repeated on every page; a cell that is an address opens it.
     *
     * @param caption above it, or null
     * @param widths in twentieths of a point
     */
    void table(String caption, List<String> head, int[] widths, List<List<String>> rows) {
        if (caption != null) {
            XWPFParagraph paragraph = paragraph(0);
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setSpacingBefore(200);
            paragraph.setKeepNext(true);
            font(paragraph.createRun(), HEADING, BODY - 2, caption);
        }
        XWPFTable table = document.createTable(rows.size() + 1, head.size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(TABLE_WIDTH);
        row(table.getRow(0), head, widths, HEADING);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < rows.size(); i++) {
            row(table.getRow(i + 1), rows.get(i), widths, TEXT);
        }
    }

    private void row(XWPFTableRow row, List<String> texts, int[] widths, String family) {
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidthType(TableWidthType.DXA);
            cell.setWidth(String.valueOf(widths[i]));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            String text = texts.get(i);
            boolean brief = text.length() <= SMALL;
            paragraph.setAlignment(brief ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            XWPFRun run = text.startsWith("http") ? link(paragraph, text) : paragraph.createRun();
            font(run, family, SMALL, text);
        }
    }

    private XWPFParagraph paragraph(int indent) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationFirstLine(indent);
        paragraph.setSpacingBetween(TWIPS_PER_LINE / 20.0, LineSpacingRule.EXACT);
        return paragraph;
    }

    private void fill(XWPFParagraph paragraph, String words) {
        Matcher figure = FIGURE.matcher(words);
        int from = 0;
        while (figure.find()) {
            FigureKey key = FigureKey.valueOf(figure.group(1));
            font(paragraph.createRun(), TEXT, BODY, words.substring(from, figure.start()));
            font(link(paragraph, links + key.address()), TEXT, BODY, String.valueOf(register.value(key)));
            from = figure.end();
        }
        font(paragraph.createRun(), TEXT, BODY, words.substring(from));
    }

    private static XWPFRun link(XWPFParagraph paragraph, String address) {
        XWPFRun run = paragraph.createHyperlinkRun(address);
        run.setUnderline(UnderlinePatterns.DOTTED);
        return run;
    }

    private static XWPFRun font(XWPFRun run, String family, int size, String text) {
        run.setFontFamily(family, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(size);
        run.setText(printable(text));
        return run;
    }

    /** Without what XML cannot hold. */
    private static String printable(String text) {
        return text.replaceAll("[^\\P{C}\t]|\\p{Cs}", " ");
    }
}
