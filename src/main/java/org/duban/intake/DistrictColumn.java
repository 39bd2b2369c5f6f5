package org.duban.intake;

import java.util.List;
import java.util.Optional;

/**
 * A column of a batch's statistics with one district per line (批次统计表). Kinds of pollution are columns of their own,
 * more or fewer from one inspection to the next.
 *
 * @param type the kind of pollution counted in it; null for the other columns
 */
record DistrictColumn(Kind kind, String type) {

    static final DistrictColumn DISTRICT = new DistrictColumn(Kind.DISTRICT, null);
    static final DistrictColumn BATCH = new DistrictColumn(Kind.BATCH, null);
    static final DistrictColumn LETTERS = new DistrictColumn(Kind.LETTERS, null);
    static final DistrictColumn CALLS = new DistrictColumn(Kind.CALLS, null);
    static final DistrictColumn MAILS = new DistrictColumn(Kind.MAILS, null);
    static final DistrictColumn STARRED = new DistrictColumn(Kind.STARRED, null);
    static final DistrictColumn SUM = new DistrictColumn(Kind.SUM, null);

    /** What a column is about, with the names it goes by. */
    enum Kind {
        DISTRICT("县（市、区）", "县市区", "县区", "行政区域", "行政区划", "所属地区", "地区", "属地"),
        BATCH("批次"),
        LETTERS("移交件数", "件数", "来件数", "移交数", "受理件数", "举报件数", "信访件数", "交办件数"),
        CALLS("来电", "来电件数"),
        MAILS("来信", "来信件数"),
        STARRED("重点件", "重点件数", "其中重点件"),
        SUM("合计", "总计", "小计", "污染类型合计"),
        TYPE("污染类型");

        private final List<String> names;

        Kind(String... names) {
            this.names = List.of(names);
        }

        private boolean goesBy(String heading) {
            return this != TYPE && names.stream().map(Text::fold).anyMatch(heading::equals);
        }
    }

    static Optional<DistrictColumn> of(String heading) {
        String plain = Text.fold(heading);
        for (Kind kind : Kind.values()) {
            if (kind.goesBy(plain)) {
                return Optional.of(new DistrictColumn(kind, null));
            }
        }
        return PollutionTypes.named(heading).map(type -> new DistrictColumn(Kind.TYPE, type));
    }

    String label() {
        return type == null ? kind.names.get(0) : type;
    }
}
