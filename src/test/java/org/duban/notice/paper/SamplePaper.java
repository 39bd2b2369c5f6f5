package org.duban.notice.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes one paper of each kind as an office would see it, to be looked at in Word: run it with a folder. */
final class SamplePaper {

    private SamplePaper() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (PaperKind kind : PaperKind.values()) {
            Files.write(folder.resolve(kind.name().toLowerCase() + ".docx"), filled(kind));
        }
    }

    static byte[] filled(PaperKind kind) {
        Map<String, String> words = new HashMap<>();
        kind.fields().forEach(name -> words.put(name, name + "的内容"));
        words.putAll(Drafts.story(PaperField.RED));
        words.put(PaperField.RESULT, "3号排口已完成截污，1.9公里管网全部铺设到位；2月以来水质连续三个月达标，群众无新的投诉。");
        words.put(Placeholders.HEAD, "泉州市生态环境保护委员会办公室");
        words.put(Placeholders.TITLE, kind.title(PaperField.RED));
        words.put(Placeholders.NUMBER, "泉环委警〔2065〕3号");
        words.put(Placeholders.ADDRESSEE, "晋江市人民政府");
        words.put(Placeholders.ORGAN, "泉州市生态环境保护委员会办公室");
        words.put(Placeholders.DATE, "2065年3月5日");
        words.put(Placeholders.COPIES, "惠安县人民政府、市纪委监委、市委组织部、市政府督查室");
        return TemplateFiller.fill(ShippedTemplates.made(kind), words, Placeholders.conditions(words));
    }
}
