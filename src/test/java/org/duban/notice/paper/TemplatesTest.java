package org.duban.notice.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
class TemplatesTest {

    private static final Actor LI = Actor.of("coordinator", "李协调");
    private static final CaseNo CASE = CaseNo.of("HP2065-000002");

    @Autowired
    Templates templates;

    @Autowired
    Letterheads letterheads;

    @Autowired
    Papers papers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Test
    void anUploadedTemplateMakesTheNextPaperAndTheOldVersionStays() {
        undone(() -> {
            Template before = templates.inForce(PaperKind.SUPERVISION);
            byte[] mine = edited(PaperKind.SUPERVISION, "现予督办", "现挂牌督办");
            Template mineNow = publish(PaperKind.SUPERVISION, before.version(), mine);
            assertThat(mineNow.version()).isEqualTo(before.version() + 1);
            Paper paper = papers.issue(Drafts.draft(PaperKind.SUPERVISION, CASE, Map.of()), LI);
            assertThat(paper.template()).isEqualTo(mineNow.version());
            assertThat(WordText.of(papers.file(paper.id()).orElseThrow())).contains("现挂牌督办");
            assertThat(templates.file(PaperKind.SUPERVISION, mineNow.version())).hasValue(mine);
            assertThat(templates.file(PaperKind.SUPERVISION, before.version())).isPresent();
            assertThatThrownBy(() -> publish(PaperKind.SUPERVISION, mineNow.version(), mine))
                    .hasMessageContaining("完全一样");
            assertThatThrownBy(() -> publish(
                            PaperKind.SUPERVISION, before.version(), edited(PaperKind.SUPERVISION, "现予", "决定予以")))
                    .hasMessageContaining("别人刚刚启用了新的一版");
        });
    }

    @Test
    void aVersionIsNeverOverwritten() {
        templates.inForce(PaperKind.LIFTING);
        assertThatThrownBy(() -> db.sql("update paper_template set content = '' where kind = 'LIFTING'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aWrongNameIsNamed() {
        assertThat(faults(edited(PaperKind.WARNING, "{{整改要求}}", "{{整改要求}}{{整改期限}}")))
                .containsExactly("“{{整改期限}}”系统不认识，请改成可用的占位符或者删去。");
    }

    @Test
    void whatMustBeThereIsDemanded() {
        assertThat(faults(edited(PaperKind.WARNING, "{{整改要求}}", "抓紧整改。"))).containsExactly("缺少“{{整改要求}}”，警示通知书里必须写明。");
    }

    @Test
    void conditionsAreOpenedAndClosed() {
        assertThat(faults(edited(PaperKind.LIFTING, "{{/有整改要求}}", "")))
                .containsExactly("“{{?有整改要求}}”没有结束，请在后面加上“{{/有整改要求}}”。");
        assertThat(faults(edited(PaperKind.LIFTING, "{{?有整改要求}}", "")))
                .singleElement()
                .asString()
                .contains("没有对应的开始");
        assertThat(faults(edited(PaperKind.LIFTING, "{{整改核查情况}}", "{{整改核查情况}}{{牌级")))
                .singleElement()
                .asString()
                .contains("花括号不成对");
    }

    @Test
    void codeAndPicturesAreNoPlaceholders() {
        for (String code : List.of(
                "{{T(java.lang.Runtime).getRuntime()}}",
                "{{@问题}}",
                "{{+问题}}",
                "{{#问题}}",
                "{{*问题}}",
                "{{问题.class}}",
                "{{= 1+1}}",
                "{{?问题}}")) {
            assertThat(faults(edited(PaperKind.WARNING, "{{整改要求}}", "{{整改要求}}" + code)))
                    .as(code)
                    .singleElement()
                    .asString()
                    .contains("系统不认识");
        }
    }

    @Test
    void theTemplatesOfTheSoftwarePassTheirOwnCheck() {
        for (PaperKind kind : PaperKind.values()) {
            TemplateCheck.check(kind, "随系统.docx", ShippedTemplates.made(kind));
        }
    }

    @Test
    void nothingInATemplateIsEvaluatedEvenWhereItWasNotChecked() {
        String key = "duban.test." + UUID.randomUUID();
        byte[] evil = edited(
                PaperKind.WARNING,
                "{{整改要求}}",
                "{{整改要求}}{{T(java.lang.System).setProperty('" + key + "','1')}}${1+1}#{1+1}");
        Map<String, String> words = new HashMap<>();
        Placeholders.known(PaperKind.WARNING).forEach(name -> words.put(name, "内容"));
        words.put(PaperField.COLOUR, PaperField.RED);
        words.put(PaperField.DEMAND, "照办");
        String text = WordText.of(TemplateFiller.fill(evil, words, Placeholders.conditions(words)));
        assertThat(System.getProperty(key)).isNull();
        assertThat(text).contains("照办", "${1+1}#{1+1}");
    }

    @Test
    void whatIsNoPlainWordFileIsRefused() throws IOException {
        byte[] good = ShippedTemplates.made(PaperKind.WARNING);
        refused("模板.docm", good, "带宏的 Word 文件");
        refused("模板.doc", good, "这不是 Word 文件");
        refused("模板.docx", "你好".getBytes(StandardCharsets.UTF_8), "这不是 Word 文件");
        refused("模板.docx", zip(Map.of("a.txt", "你好".getBytes(StandardCharsets.UTF_8))), "这不是 Word 文件");
        refused("模板.docx", with(good, "word/vbaProject.bin", new byte[10]), "模板里有宏");
        refused("模板.docx", with(good, "word/embeddings/a.bin", new byte[10]), "嵌有其他文件");
        refused(
                "模板.docx",
                with(
                        good,
                        "word/_rels/settings.xml.rels",
                        ("<Relationships><Relationship Id=\"a\" Type=\"x/attachedTemplate\" Target=\"http://x.cn/a.dotm\""
                                        + " TargetMode=\"External\"/></Relationships>")
                                .getBytes(StandardCharsets.UTF_8)),
                "引用了外部的模板");
        refused("模板.docx", with(good, "word/media/a.bin", new byte[60 * 1024 * 1024]), "解开后过大");
        refused(
                "模板.docx",
                zip(Map.of(
                        "word/document.xml",
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"
                                .getBytes(StandardCharsets.UTF_8))),
                "");
    }

    @Test
    void theOfficesOwnWordsAreChecked() {
        assertThat(letterheads.all()).hasSize(PaperKind.values().length);
        assertThatThrownBy(() -> letterheads.save(PaperKind.WARNING, "泉环委警〔2026〕", "头", "尾", LI))
                .hasMessageContaining("只写年份前面的部分");
        assertThatThrownBy(() -> letterheads.save(PaperKind.WARNING, "泉环委解", "头", "尾", LI))
                .hasMessageContaining("已用于另一类文书");
        assertThatThrownBy(() -> letterheads.save(PaperKind.WARNING, "泉环委警", " ", "尾", LI))
                .isInstanceOf(Refusal.class);
        undone(() -> {
            letterheads.save(PaperKind.INTERVIEW, "泉环约", "泉州市环委办", "泉州市环委办", LI);
            assertThat(papers.issue(Drafts.draft(PaperKind.INTERVIEW, CASE, Map.of()), LI)
                            .number())
                    .startsWith("泉环约〔");
        });
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private Template publish(PaperKind kind, int basedOn, byte[] docx) {
        return templates.publish(kind, basedOn, "我的.docx", docx, "按新文号修改", LI);
    }

    private List<String> faults(byte[] docx) {
        PaperKind kind = WordText.of(docx).contains("原警示文号") ? PaperKind.LIFTING : PaperKind.WARNING;
        try {
            TemplateCheck.check(kind, "我的.docx", docx);
        } catch (TemplateFaults faults) {
            return faults.faults();
        }
        return List.of();
    }

    private static void refused(String name, byte[] docx, String words) {
        assertThatThrownBy(() -> TemplateCheck.check(PaperKind.WARNING, name, docx))
                .as(words)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private static byte[] edited(PaperKind kind, String what, String with) {
        return changed(ShippedTemplates.made(kind), what, with);
    }

    private static byte[] changed(byte[] docx, String what, String with) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx))) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                parts.put(
                        entry.getName(),
                        entry.getName().equals("word/document.xml")
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replace(what, with)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
            return zip(parts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] with(byte[] docx, String name, byte[] content) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx))) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            parts.put(name, content);
            return zip(parts);
        }
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
