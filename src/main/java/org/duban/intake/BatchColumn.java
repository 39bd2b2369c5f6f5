package org.duban.intake;

import java.util.List;
import java.util.Optional;

/** Columns of a list of batches with the names they go by. */
enum BatchColumn {
    INSPECTION("督察", "督察来源", "来源", "督察轮次", "督察名称"),
    BATCH("批次"),
    HANDED("移交日期", "移交时间", "交办日期"),
    RECEIVER("接收地", "接收地区"),
    LETTERS("件数", "移交件数", "合计件数", "总件数"),
    CALLS("来电", "来电件数"),
    MAILS("来信", "来信件数"),
    STARRED("重点件", "重点件数"),
    DISTRICTS("分地区", "地区分布"),
    TYPES("分类型", "类型分布", "污染类型");

    private final List<String> names;

    BatchColumn(String... names) {
        this.names = List.of(names);
    }

    String label() {
        return names.get(0);
    }

    static Optional<BatchColumn> of(String heading) {
        String plain = Text.fold(Text.withoutBrackets(Text.halfWidth(heading)));
        for (BatchColumn column : values()) {
            if (column.names.stream().map(Text::fold).anyMatch(plain::equals)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
