package org.duban.desk.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.kernel.Zones;
import org.duban.round.Round;

/** What a brief and a bulletin say, section by section; how it looks is {@link WordDraft}'s. */
final class BriefDocument {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int LISTED = 40;
    private static final String FILL_IN = "（请填写。）";

    private final BriefKind kind;
    private final int version;
    private final Round round;
    private final Period period;
    private final Register register;
    private final String organ;
    private final Instant at;
    private final String links;
    private final WordDraft word;

    private BriefDocument(
            BriefKind kind,
            int version,
            Round round,
            Period period,
            Register register,
            String organ,
            Instant at,
            String links,
            WordDraft word) {
        this.kind = kind;
        this.version = version;
        this.round = round;
        this.period = period;
        this.register = register;
        this.organ = organ;
        this.at = at;
        this.links = links;
        this.word = word;
    }

    /** @param links what an address of a list begins with */
    static byte[] of(
            BriefKind kind,
            int version,
            Round round,
            Period period,
            Register register,
            String organ,
            Instant at,
            String links) {
        try (WordDraft word = new WordDraft(register, links);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new BriefDocument(kind, version, round, period, register, organ, at, links, word).write();
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        String month = Round.monthWords(round.month());
        if (kind == BriefKind.BRIEF) {
            word.title(month + "生态环境问题整改月调度简报");
            word.byline(organ + "　" + DAY.format(day(at)) + "　第 " + version + " 稿");
        } else {
            word.title("关于" + month + "生态环境问题整改月调度情况的通报");
            word.byline("第 " + version + " 稿");
            word.plain("各县（市、区）人民政府，市直有关单位：");
            word.indented("现将" + month + "生态环境问题整改月调度情况通报如下。");
        }
        reporting();
        progress();
        happened();
        behind();
        word.heading(kind == BriefKind.BRIEF ? "五、下一步工作" : "五、有关要求");
        word.indented(FILL_IN);
        if (kind == BriefKind.BULLETIN) {
            word.signed(organ, DAY.format(day(at)));
        }
        sources();
    }

    private void reporting() {
        word.heading("一、填报情况");
        word.indented("本轮月调度于 " + DAY.format(day(round.openedAt())) + "发起，" + DAY.format(day(round.frozenAt()))
                + "冻结。应报单位 {UNITS} 个，其中按时报送 {REPORTED} 个，逾期报送 {LATE} 个，未报 {SILENT} 个。");
        named("逾期报送的单位", FigureKey.LATE);
        named("未报的单位", FigureKey.SILENT);
    }

    private void named(String what, FigureKey key) {
        if (register.value(key) > 0) {
            String names = register.list(key).stream().map(FigureLine::title).collect(Collectors.joining("、"));
            word.indented(what + "：" + names + "。");
        }
    }

    private void progress() {
        word.heading("二、整改进展");
        word.indented("纳入调度 {ITEMS} 项（一个问题由几个单位承办的，按单位分别计），其中已完成 {DONE} 项，达到序时进度 {ON_SCHEDULE} 项，"
                + "未达序时进度 {BEHIND} 项，长期坚持 {STANDING} 项，单位未报 {UNREPORTED} 项。");
        word.indented(
                register.value(FigureKey.BEHIND_TWICE) == 0
                        ? "没有连续两轮未达序时进度的问题（{BEHIND_TWICE} 个）。"
                        : "连续两轮未达序时进度的问题 {BEHIND_TWICE} 个" + (kind == BriefKind.BULLETIN ? "，将按规定提请警示。" : "。"));
        List<List<String>> rows = new ArrayList<>();
        for (FigureLine unit : register.list(FigureKey.UNITS)) {
            List<String> row = new ArrayList<>();
            row.add(unit.title());
            row.add(state(unit));
            for (FigureKey key : List.of(
                    FigureKey.ITEMS, FigureKey.DONE, FigureKey.ON_SCHEDULE, FigureKey.BEHIND, FigureKey.STANDING)) {
                row.add(String.valueOf(register.list(key).stream()
                        .filter(line -> unit.title().equals(line.unit()))
                        .count()));
            }
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            word.table(
                    "各单位情况",
                    List.of("单位", "填报", "问题", "已完成", "达到序时", "未达序时", "长期坚持"),
                    new int[] {2600, 1300, 900, 1000, 1200, 1200, 1200},
                    rows);
        }
    }

    private String state(FigureLine unit) {
        return unit.words().substring(0, unit.words().indexOf('，'));
    }

    private void happened() {
        word.heading("三、新增、销号和警示");
        word.indented("自 " + DAY.format(day(period.after())) + "至 " + DAY.format(day(period.to()))
                + "，新登记问题 {REGISTERED} 个，准予销号 {STRUCK_OFF} 个；签发黄牌 {YELLOW} 张、红牌 {RED} 张，摘牌 {LIFTED} 张；"
                + "本轮冻结时仍在亮牌 {IN_FORCE} 张。");
    }

    private void behind() {
        word.heading("四、未达序时进度的问题");
        List<FigureLine> lines = register.list(FigureKey.BEHIND);
        if (lines.isEmpty()) {
            word.indented("本轮没有未达序时进度的问题。");
            return;
        }
        word.table(
                null,
                List.of("案号", "问题", "单位", "进度和存在问题"),
                new int[] {2000, 2800, 1500, 3100},
                lines.stream()
                        .limit(LISTED)
                        .map(line -> List.of(line.ref(), line.title(), line.unit(), line.words()))
                        .toList());
        if (lines.size() > LISTED) {
            word.indented("以上列出前 " + LISTED + " 项，其余见文末数字出处。");
        }
    }

    private void sources() {
        word.table(
                "附：数字出处（印发前删去）",
                List.of("数字", "数值", "名单"),
                new int[] {2600, 1400, 5400},
                List.of(FigureKey.values()).stream()
                        .map(key ->
                                List.of(key.label(), register.value(key) + " " + key.measure(), links + key.address()))
                        .toList());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Zones.CITY);
    }
}
