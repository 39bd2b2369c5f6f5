package org.duban.petition.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duban.kernel.Zones;
import org.duban.petition.Batch;
import org.duban.petition.Totals;

/**
 * The table of a batch as it stands, or stood on a day.
 *
 * @param withheld how many letters of the batch are kept from the public; which, nobody is told
 * @param hash of all lines as they stand, so that a reader knows whether anything changed
 */
public record PublicTable(Batch batch, PublicBatch open, List<Section> sections, int withheld, String hash) {

    /** What was published for the first time on one day: the first table, and later closers appended to it. */
    public record Section(LocalDate on, boolean first, List<Line> lines) {

        /** 首批公示 2023年12月19日 and 2023年12月25日补充公开. */
        public String title() {
            String day = day(on);
            return first ? day + "公开" : day + "补充公开（后续办结）";
        }
    }

    /**
     * A letter's line.
     *
     * @param row only its number when it is withdrawn
     * @param shownAt since when it reads like this
     */
    public record Line(
            int serial, PublicRow row, boolean withdrawn, Instant shownAt, String sha256, List<Trace> traces) {}

    /** What happened to a line after it was first published. */
    public record Trace(Instant at, Change change, String reason) {

        /** 本件于 2023年12月25日 更正，原因：…. */
        public String words() {
            String why = reason == null || reason.isBlank() ? "" : "，原因：" + reason;
            String end = why.isEmpty() || "。！？".indexOf(why.charAt(why.length() - 1)) < 0 ? "。" : "";
            return "本件于 " + day(at.atZone(Zones.CITY).toLocalDate()) + " " + change.label() + why + end;
        }
    }

    public String title() {
        return name(batch) + "信访件办理情况";
    }

    /** 第三轮中央生态环境保护督察第九批, with the place where it is another's. */
    public static String name(Batch batch) {
        return batch.key().inspection() + batch.key().receiver() + batch.name();
    }

    public int letters() {
        return sections.stream().mapToInt(section -> section.lines().size()).sum();
    }

    /** What is said under the table, a sentence each. */
    public List<String> footnotes() {
        List<PublicRow> rows = sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> !line.withdrawn())
                .map(Line::row)
                .toList();
        int types = rows.stream().mapToInt(row -> row.pollutionTypes().size()).sum();
        return Stream.of(Totals.footnote(types, rows.size()), withheldWords())
                .filter(Objects::nonNull)
                .toList();
    }

    /** 另有 1 件依法不予公开; null when there is none. */
    public String withheldWords() {
        return withheld == 0 ? null : "本批另有 " + withheld + " 件依法不予公开。";
    }

    static String day(LocalDate on) {
        return on.getYear() + "年" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日";
    }
}
