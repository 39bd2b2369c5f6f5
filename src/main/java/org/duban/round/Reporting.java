package org.duban.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;

/** Holds what a unit filed against its table, and keeps of each row only what differs from last time. */
final class Reporting {

    private static final String FIELD = "items";
    private static final int LONGEST = 2000;
    private static final int ALL = 100;

    private Reporting() {}

    /** @throws Refusal naming the row and what to do with it */
    static List<FiledItem> filed(List<RoundItem> table, ReportRound command) {
        Map<String, ReportRound.Row> rows = byNumber(table, command);
        List<RoundItem> missing = table.stream()
                .filter(item -> !rows.containsKey(item.problem().value()) && !item.struckOff())
                .toList();
        if (!missing.isEmpty()) {
            String numbers =
                    missing.stream().map(item -> String.valueOf(item.seq())).collect(Collectors.joining("、"));
            throw new Refusal(
                    FIELD, "还有 " + missing.size() + " 个问题没有填写（第 " + numbers + " 行），请填写本月进展；没有变化的，请勾选“与上月相同”。");
        }
        List<FiledItem> filed = new ArrayList<>();
        for (RoundItem item : table) {
            ReportRound.Row row = rows.get(item.problem().value());
            if (row == null) {
                filed.add(struckOff(item));
            } else {
                filed.add(row.unchanged() ? unchanged(item, row) : changed(item, row));
            }
        }
        return filed;
    }

    private static Map<String, ReportRound.Row> byNumber(List<RoundItem> table, ReportRound command) {
        Map<String, ReportRound.Row> rows = new LinkedHashMap<>();
        for (ReportRound.Row row : command.items() == null ? List.<ReportRound.Row>of() : command.items()) {
            if (table.stream().noneMatch(item -> item.problem().value().equals(row.no()))) {
                throw new Refusal(FIELD, "案号 " + row.no() + " 不在本单位这一轮的调度表中，请刷新任务列表后重新填报。");
            }
            if (rows.put(row.no(), row) != null) {
                throw new Refusal(FIELD, "案号 " + row.no() + " 填了两次，请刷新任务列表后重新填报。");
            }
        }
        return rows;
    }

    private static FiledItem struckOff(RoundItem item) {
        ItemStatus status = item.standing() ? ItemStatus.STANDING : ItemStatus.DONE;
        return new FiledItem(item.problem(), false, "已批准销号。", item.standing() ? null : ALL, null, status);
    }

    private static FiledItem unchanged(RoundItem item, ReportRound.Row row) {
        if (item.last() == null || item.last().text() == null) {
            throw at(item, "以前没有填报过，不能选“与上月相同”，请填写本月进展。");
        }
        if (!item.standing() && item.last().actual() == null) {
            throw at(item, "以前没有填报过实际进度，请取消“与上月相同”，填写实际进度。");
        }
        ItemStatus status = status(item, item.last().actual(), row.status());
        return new FiledItem(item.problem(), true, null, null, null, status);
    }

    private static FiledItem changed(RoundItem item, ReportRound.Row row) {
        String text = text(item, row.text(), item.standing() ? "坚持情况" : "本月进展");
        if (text.isEmpty()) {
            throw at(item, item.standing() ? "还没有填写坚持情况，请填写；没有变化的，请勾选“与上月相同”。" : "还没有填写本月进展，请填写；没有变化的，请勾选“与上月相同”。");
        }
        Integer actual = item.standing() ? null : actual(item, row.actual());
        String issue = text(item, row.issue(), "存在问题");
        ItemStatus status = status(item, actual, row.status());
        RoundItem.Last last = item.last();
        if (last == null) {
            return new FiledItem(item.problem(), false, text, actual, issue.isEmpty() ? null : issue, status);
        }
        String newText = text.equals(last.text()) ? null : text;
        Integer newActual = Objects.equals(actual, last.actual()) ? null : actual;
        String newIssue = issue.equals(Objects.requireNonNullElse(last.issue(), "")) ? null : issue;
        boolean same = newText == null && newActual == null && newIssue == null;
        return new FiledItem(item.problem(), same, newText, newActual, newIssue, status);
    }

    private static String text(RoundItem item, String given, String word) {
        String text = given == null ? "" : given.strip();
        if (text.length() > LONGEST) {
            throw at(item, word + "有 " + text.length() + " 字，请缩短到 " + LONGEST + " 字以内。");
        }
        return text;
    }

    private static int actual(RoundItem item, Integer given) {
        if (given == null || given < 0 || given > ALL) {
            throw at(item, given == null ? "还没有填写实际进度，请填写 0 至 100 的整数。" : "实际进度“" + given + "”不对，请填写 0 至 100 的整数。");
        }
        return given;
    }

    private static ItemStatus status(RoundItem item, Integer actual, ItemStatus chosen) {
        if (item.standing()) {
            return ItemStatus.STANDING;
        }
        ItemStatus proposed = ItemStatus.of(item.planned(), actual);
        if (chosen == null || chosen == ItemStatus.STANDING) {
            return proposed;
        }
        if (chosen == ItemStatus.DONE && actual < ALL) {
            throw at(item, "状态选了“已完成”，实际进度却是 " + actual + "%，请改为 100% 或改选状态。");
        }
        if (chosen != ItemStatus.DONE && actual == ALL) {
            throw at(item, "实际进度填了 100%，状态却是“" + chosen.label() + "”，请改选“已完成”或改正进度。");
        }
        return chosen;
    }

    private static Refusal at(RoundItem item, String sentence) {
        return new Refusal(FIELD, "第 " + item.seq() + " 行（" + item.problem() + "）" + sentence);
    }
}
