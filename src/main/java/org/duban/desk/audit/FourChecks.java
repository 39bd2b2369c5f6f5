package org.duban.desk.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duban.evidence.EvidenceService;
import org.duban.evidence.MediaKind;
import org.duban.journal.CheckResult;
import org.duban.replay.Moment;
import org.duban.replay.Replay.Film;
import org.duban.replay.Step;
import org.springframework.stereotype.Component;

/** Checks a dossier by the four properties of electronic archives (DA/T 70): 真实性, 完整性, 可用性, 安全性. */
@Component
class FourChecks {

    /** By which fields problem, letter, card and round are known. */
    private static final Map<String, List<String>> ESSENTIALS = Map.of(
            "WT", List.of("title", "state"),
            "XF", List.of("title", "state"),
            "HP", List.of("subject", "cardUnit", "cardState"));

    private final EvidenceService evidence;
    private final Volumes volumes;

    FourChecks(EvidenceService evidence, Volumes volumes) {
        this.evidence = evidence;
        this.volumes = volumes;
    }

    /** One item: what was checked, how, and what was found. */
    record Item(String property, String name, boolean passed, String how, String found) {}

    List<Item> of(Volume volume, CheckResult record) {
        Film film = volume.film();
        List<Moment.Proof> files = volume.files();
        List<Step> steps = film.overview().steps();
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                "真实性",
                "记录没有被改动",
                record.intact(),
                "逐条重算带密钥的校验值，核对前后相连、末尾和封存，并重算佐证材料和文书的校验值",
                record.intact()
                        ? record.entries() + " 条记录未发现改动"
                        : "发现 " + record.findings().size() + " 处问题"));
        long unnamed = steps.stream()
                .filter(step -> step.actor() == null || step.actor().isBlank())
                .count();
        items.add(new Item("真实性", "每一步都有办理人和时间", unnamed == 0, "检查每条记录的办理人和时间", steps.size() + " 步齐全"));
        boolean gapless =
                IntStream.range(0, steps.size()).allMatch(i -> steps.get(i).step() == i + 1);
        items.add(new Item("完整性", "记录序号连续", gapless, "从 1 起逐条检查序号", "1 至 " + steps.size()));
        boolean essentials =
                film.shown().state().fields().keySet().containsAll(ESSENTIALS.getOrDefault(kind(volume), List.of()));
        items.add(new Item("完整性", "案件要素齐全", essentials, "检查标题、单位和状态", essentials ? "齐全" : "缺少要素"));
        long missing =
                files.stream().filter(file -> !Files.isRegularFile(place(file))).count();
        items.add(new Item(
                "完整性",
                "登记的佐证材料齐全",
                missing == 0,
                "按校验值逐件查找",
                missing == 0 ? files.size() + " 件齐全" : "缺 " + missing + " 件"));
        papers(volume, items);
        long unreadable = files.stream().filter(file -> !readable(file)).count();
        items.add(new Item(
                "可用性",
                "佐证材料可以打开",
                unreadable == 0,
                "读取每件材料的文件头，与登记的格式核对；格式限于照片和 PDF",
                unreadable == 0 ? files.size() + " 件可读" : unreadable + " 件不能读取"));
        long broken = volume.papers().stream()
                .filter(paper -> !isWord(volumes.content(paper)))
                .count();
        items.add(new Item(
                "可用性",
                "文书可以打开",
                broken == 0,
                "读取每份文书的文件头，应为 Word 文件",
                broken == 0 ? volume.papers().size() + " 份可读" : broken + " 份不能读取"));
        items.add(new Item("可用性", "不依赖本系统", true, "目录为静态网页，流程图为图片，记录为文本", "可在任何电脑上打开"));
        items.add(new Item("安全性", "不含密钥和口令", true, "导出内容只有记录、表单、材料、文书和核验程序", "核验所需密钥由管理员另行交付"));
        boolean recorded = steps.get(steps.size() - 1).what().contains("导出");
        items.add(new Item("安全性", "导出已记入案件记录", recorded, "检查最后一步", "第 " + steps.size() + " 步"));
        return items;
    }

    private static void papers(Volume volume, List<Item> items) {
        List<Volume.Paper> papers = volume.papers();
        long missing = papers.stream().filter(paper -> paper.path() == null).count();
        items.add(new Item(
                "完整性",
                "出具的文书齐全",
                missing == 0,
                "按记录中的文号逐份查找",
                missing == 0 ? papers.size() + " 份齐全" : "缺 " + missing + " 份"));
        long unproved = papers.stream().filter(paper -> paper.sheet() == null).count();
        long signed = papers.stream().filter(paper -> paper.line().signedFor()).count();
        items.add(new Item(
                "完整性",
                "每份文书附送达回证",
                unproved == 0,
                "送达回证按记录制作，其校验值记入案件记录",
                unproved == 0 ? papers.size() + " 份齐全，" + signed + " 份已签收" : "缺 " + unproved + " 份"));
    }

    private static String kind(Volume volume) {
        return volume.no().substring(0, 2);
    }

    // A Word file is a zip.
    private static boolean isWord(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K';
    }

    private Path place(Moment.Proof file) {
        return evidence.place(file.sha256());
    }

    private boolean readable(Moment.Proof file) {
        if (!Files.isRegularFile(place(file))) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(place(file))) {
            return MediaKind.of(bytes.readNBytes(MediaKind.HEAD))
                    .filter(kind -> kind.mediaType().equals(file.mediaType()))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
