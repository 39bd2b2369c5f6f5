package org.duban.notice.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The templates that come with the software. Run it to write them anew after a change here; a test says when they differ.
 */
final class ShippedTemplates {

    private static final Path FOLDER = Path.of("src/main/resources/papers");

    private ShippedTemplates() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (PaperKind kind : PaperKind.values()) {
            Files.write(file(kind), made(kind));
        }
    }

    static Path file(PaperKind kind) {
        return FOLDER.resolve(kind.name().toLowerCase(Locale.ROOT) + ".docx");
    }

    static byte[] made(PaperKind kind) {
        OfficialPaper paper =
                new OfficialPaper().head("{{发文机关标志}}").number("{{发文字号}}").title("{{标题}}");
        switch (kind) {
            case WARNING -> warning(paper);
            case LIFTING -> lifting(paper);
            case INTERVIEW -> interview(paper);
            case SUPERVISION -> supervision(paper);
        }
        return paper.signature("{{发文机关署名}}", "{{成文日期}}")
                .foot("有抄送", "抄送：{{抄送}}。", "{{发文机关署名}}", "{{成文日期}}印发")
                .docx();
    }

    private static void warning(OfficialPaper paper) {
        paper.addressee("{{主送单位}}：")
                .text("经查，你单位负责整改的“{{问题}}”{{?有清单序号}}（清单序号：{{清单序号}}）{{/有清单序号}}存在以下情形：")
                .text("{{触发情形与证据}}")
                .text("{{?黄牌}}")
                .text("依据{{依据条款}}，决定对你单位予以黄牌警示。请认真查找原因，采取有力措施赶上进度，并做到以下几点：")
                .text("{{/黄牌}}")
                .text("{{?红牌}}")
                .text("依据{{依据条款}}，决定对你单位予以红牌警示。请你单位主要负责同志亲自研究、亲自督办，立即组织整改，并做到以下几点：")
                .text("{{/红牌}}")
                .text("{{整改要求}}")
                .text("{{?黄牌}}")
                .text("请于{{书面反馈期限}}前将整改情况书面报送我办。逾期不反馈或者整改不力的，将升级为红牌警示。")
                .text("{{/黄牌}}")
                .text("{{?红牌}}")
                .text("请于{{书面反馈期限}}前将整改情况书面报送我办。逾期不反馈或者整改仍不到位的，将按照规定约谈主要负责同志，并移送有关机关追究责任。")
                .text("{{/红牌}}")
                .text("如对本通知书有异议，可以书面提出；异议处理期间不停止整改。");
    }

    private static void lifting(OfficialPaper paper) {
        paper.addressee("{{主送单位}}：")
                .text("你单位因“{{问题}}”{{?有清单序号}}（清单序号：{{清单序号}}）{{/有清单序号}}被予以{{牌级}}警示（{{原警示文号}}），"
                        + "现已提出解除申请并报送佐证材料。经现场核查：")
                .text("{{整改核查情况}}")
                .text("经研究，同意解除对你单位的{{牌级}}警示，自本通知书印发之日起生效。")
                .text("{{?有整改要求}}")
                .text("{{整改要求}}")
                .text("{{/有整改要求}}")
                .text("请你单位举一反三，健全长效机制，巩固整改成效，防止问题反弹。");
    }

    private static void interview(OfficialPaper paper) {
        paper.text("约谈时间：{{约谈时间}}")
                .text("约谈地点：{{约谈地点}}")
                .text("约谈人：{{约谈人}}")
                .text("被约谈单位：{{主送单位}}")
                .text("被约谈人：{{被约谈人}}")
                .text("{{?有记录人}}")
                .text("记录人：{{记录人}}")
                .text("{{/有记录人}}")
                .heading("一、约谈事由")
                .text("{{约谈事由}}")
                .heading("二、约谈内容")
                .text("{{约谈内容}}")
                .text("{{?有整改要求}}")
                .heading("三、整改要求")
                .text("{{整改要求}}")
                .text("{{/有整改要求}}")
                .text("{{?有表态}}")
                .heading("被约谈单位表态")
                .text("{{表态}}")
                .text("{{/有表态}}")
                .text("约谈人（签字）：")
                .text("被约谈人（签字）：");
    }

    private static void supervision(OfficialPaper paper) {
        paper.addressee("{{主送单位}}：")
                .text("关于“{{问题}}”{{?有清单序号}}（清单序号：{{清单序号}}）{{/有清单序号}}的整改工作，目前情况如下：")
                .text("{{触发情形与证据}}")
                .text("{{?有依据条款}}")
                .text("依据{{依据条款}}，现予督办。请你单位高度重视，抓紧整改，并做到以下几点：")
                .text("{{/有依据条款}}")
                .text("{{?无依据条款}}")
                .text("现予督办。请你单位高度重视，抓紧整改，并做到以下几点：")
                .text("{{/无依据条款}}")
                .text("{{整改要求}}")
                .text("请于{{书面反馈期限}}前将办理情况书面报送我办。");
    }
}
