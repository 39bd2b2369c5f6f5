package org.duban.notice.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a Word file in the layout of official papers (GB/T 9704-2012): A4 with a type area of 156 mm by 225 mm, 22 lines
 * of 28 characters, red head and line, title, addressee, body, signature, block of copies at the foot of the last page,
 * page numbers outside. Makes the templates that come with the software; an office edits them in Word.
 */
final class OfficialPaper {

    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final List<String> body = new ArrayList<>();

    /** Red name of the office: its upper edge 35 mm below that of the type area. */
    OfficialPaper head(String text) {
        return paragraph("Head", "", text);
    }

    /** Number of the paper, and below it the red line. */
    OfficialPaper number(String text) {
        return paragraph("Number", "", text);
    }

    OfficialPaper title(String text) {
        return paragraph("PaperTitle", "", text);
    }

    OfficialPaper addressee(String text) {
        return paragraph("Addressee", "", text);
    }

    /** A paragraph of the body, set in by two characters. */
    OfficialPaper text(String text) {
        return paragraph("Normal", "", text);
    }

    /** A heading inside the body. */
    OfficialPaper heading(String text) {
        return paragraph("Section", "", text);
    }

    /** Who signs, and when: right, the day four characters from the border, the seal's place above it. */
    OfficialPaper signature(String organ, String day) {
        return paragraph("Organ", "", organ).paragraph("Day", "", day);
    }

    /** At the foot of the last page: copies between rules, who printed it and when. */
    OfficialPaper foot(String condition, String copies, String printer, String day) {
        frame("{{?" + condition + "}}", false);
        frame(copies, true);
        frame("{{/" + condition + "}}", false);
        String tab = "<w:tabs><w:tab w:val=\"right\" w:pos=\"8560\"/></w:tabs>";
        body.add("<w:p><w:pPr><w:pStyle w:val=\"Foot\"/>" + FRAME + tab
                + "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/>"
                + "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>"
                + "</w:pPr>" + run(printer) + "<w:r><w:tab/></w:r>" + run(day) + "</w:p>");
        return this;
    }

    private static final String FRAME = "<w:framePr w:w=\"8844\" w:hSpace=\"0\" w:wrap=\"around\" w:vAnchor=\"margin\""
            + " w:hAnchor=\"margin\" w:xAlign=\"left\" w:yAlign=\"bottom\"/>";

    private void frame(String text, boolean ruled) {
        String rule =
                ruled ? "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>" : "";
        body.add("<w:p><w:pPr><w:pStyle w:val=\"Foot\"/>" + FRAME + rule + "</w:pPr>" + run(text) + "</w:p>");
    }

    private OfficialPaper paragraph(String style, String properties, String text) {
        body.add("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + properties + "</w:pPr>" + run(text) + "</w:p>");
        return this;
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /** The file; the same words give the same bytes. */
    byte[] docx() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put("_rels/.rels", relationships("rId1", OFFICE + "officeDocument", "word/document.xml"));
        parts.put("word/document.xml", document());
        parts.put(
                "word/_rels/document.xml.rels",
                relationships(
                        "rId1",
                        OFFICE + "styles",
                        "styles.xml",
                        "rId2",
                        OFFICE + "settings",
                        "settings.xml",
                        "rId3",
                        OFFICE + "fontTable",
                        "fontTable.xml",
                        "rId4",
                        OFFICE + "footer",
                        "footer1.xml",
                        "rId5",
                        OFFICE + "footer",
                        "footer2.xml"));
        parts.put("word/styles.xml", styles());
        parts.put(
                "word/settings.xml",
                HEADER + "<w:settings" + NAMESPACES + "><w:evenAndOddHeaders/>"
                        + "<w:defaultTabStop w:val=\"640\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
                        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
                        + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>");
        parts.put("word/fontTable.xml", fonts());
        parts.put("word/footer1.xml", footer("right"));
        parts.put("word/footer2.xml", footer("left"));
        return zip(parts);
    }

    private String document() {
        // Margins in twentieths of a point: 37, 35, 28 and 26 mm. The foot's number stands 7 mm below the type area.
        return HEADER + "<w:document" + NAMESPACES + "><w:body>" + String.join("", body)
                + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
                + "<w:footerReference w:type=\"even\" r:id=\"rId5\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\""
                + " w:left=\"1587\" w:header=\"851\" w:footer=\"1247\" w:gutter=\"0\"/>"
                + "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr></w:body></w:document>";
    }

    private static String styles() {
        String song = fonts("方正小标宋简体");
        String fang = fonts("仿宋_GB2312");
        return HEADER + "<w:styles" + NAMESPACES + "><w:docDefaults><w:rPrDefault><w:rPr>" + fang
                + "<w:kern w:val=\"2\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
                + "<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                // 28 characters of 16 points to a line of 156 mm: a quarter of a point closer than they would stand.
                + style(
                        "Normal",
                        "正文",
                        "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>"
                                + "<w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/><w:jc w:val=\"both\"/>",
                        fang + "<w:spacing w:val=\"-5\"/><w:sz w:val=\"32\"/>")
                + style("Section", "小标题", "", fonts("黑体"))
                + style(
                        "Head",
                        "发文机关标志",
                        "<w:spacing w:before=\"1700\" w:after=\"900\" w:line=\"240\" w:lineRule=\"auto\"/>" + FLUSH
                                + "<w:jc w:val=\"center\"/>",
                        song + "<w:color w:val=\"FF0000\"/><w:spacing w:val=\"0\"/><w:sz w:val=\"54\"/>")
                + style(
                        "Number",
                        "发文字号",
                        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"FF0000\"/></w:pBdr>"
                                + FLUSH + "<w:jc w:val=\"center\"/>",
                        "")
                + style(
                        "PaperTitle",
                        "标题",
                        "<w:spacing w:before=\"1158\" w:after=\"579\" w:line=\"640\"" + " w:lineRule=\"exact\"/>"
                                + FLUSH + "<w:jc w:val=\"center\"/>",
                        song + "<w:spacing w:val=\"0\"/><w:sz w:val=\"44\"/>")
                + style("Addressee", "主送机关", FLUSH, "")
                + style(
                        "Organ",
                        "发文机关署名",
                        "<w:keepNext/><w:spacing w:before=\"1737\"/>"
                                + "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\" w:rightChars=\"200\" w:right=\"630\"/>"
                                + "<w:jc w:val=\"right\"/>",
                        "")
                + style(
                        "Day",
                        "成文日期",
                        "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\" w:rightChars=\"400\" w:right=\"1260\"/>"
                                + "<w:jc w:val=\"right\"/>",
                        "")
                + style(
                        "Foot",
                        "版记",
                        "<w:spacing w:line=\"480\" w:lineRule=\"exact\"/>"
                                + "<w:ind w:leftChars=\"0\" w:left=\"280\" w:right=\"280\" w:firstLineChars=\"0\""
                                + " w:firstLine=\"0\"/>",
                        "<w:spacing w:val=\"0\"/><w:sz w:val=\"28\"/>")
                + style(
                        "PageNumber",
                        "页码",
                        "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>"
                                + "<w:ind w:left=\"280\" w:right=\"280\" w:firstLineChars=\"0\" w:firstLine=\"0\"/>",
                        fonts("宋体") + "<w:spacing w:val=\"0\"/><w:sz w:val=\"28\"/>")
                + "</w:styles>";
    }

    private static final String FLUSH = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>";

    private static String style(String id, String name, String paragraph, String run) {
        boolean normal = id.equals("Normal");
        return "<w:style w:type=\"paragraph\"" + (normal ? " w:default=\"1\"" : "") + " w:styleId=\"" + id
                + "\"><w:name w:val=\"" + (normal ? "Normal" : name) + "\"/>"
                + (normal ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:qFormat/><w:pPr>" + paragraph
                + "</w:pPr><w:rPr>" + run + "</w:rPr></w:style>";
    }

    private static String fonts(String name) {
        return "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\" w:eastAsia=\"" + name + "\" w:cs=\"" + name
                + "\"/>";
    }

    /** What to take where a font is missing. */
    private static String fonts() {
        return HEADER + "<w:fonts" + NAMESPACES + ">" + font("仿宋_GB2312", "FangSong,仿宋,Noto Serif CJK SC")
                + font("方正小标宋简体", "STZhongsong,华文中宋,SimSun,宋体,Noto Serif CJK SC")
                + font("黑体", "SimHei,Noto Sans CJK SC") + font("宋体", "SimSun,Noto Serif CJK SC") + "</w:fonts>";
    }

    private static String font(String name, String others) {
        return "<w:font w:name=\"" + name + "\"><w:altName w:val=\"" + others
                + "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>";
    }

    private static String footer(String side) {
        return HEADER + "<w:ftr" + NAMESPACES + "><w:p><w:pPr><w:pStyle w:val=\"PageNumber\"/><w:jc w:val=\"" + side
                + "\"/></w:pPr>" + run("— ") + field("begin")
                + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + field("separate") + run("1") + field("end") + run(" —") + "</w:p></w:ftr>";
    }

    private static String field(String part) {
        return "<w:r><w:fldChar w:fldCharType=\"" + part + "\"/></w:r>";
    }

    private static String contentTypes() {
        return HEADER + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("document", "document.main") + override("styles", "styles")
                + override("settings", "settings") + override("fontTable", "fontTable")
                + override("footer1", "footer") + override("footer2", "footer") + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + WORD + type + "+xml\"/>";
    }

    private static String relationships(String... parts) {
        StringBuilder xml = new StringBuilder(
                HEADER + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < parts.length; i += 3) {
            xml.append("<Relationship Id=\"" + parts[i] + "\" Type=\"" + parts[i + 1] + "\" Target=\"" + parts[i + 2]
                    + "\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
