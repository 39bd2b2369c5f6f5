package org.duban.deadline.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.duban.deadline.LedgerKind;
import org.duban.engine.DecisionCheck;
import org.duban.engine.DecisionFile;
import org.duban.engine.DecisionFile.Row;
import org.duban.engine.Decisions.Match;
import org.duban.engine.RowFaults;

/** Every row of a table of caps must name somebody who may approve, or say that it is not accepted. */
record RequestRuleCheck(String key) implements DecisionCheck {

    private static final List<String> ABOUT =
            Arrays.stream(LedgerKind.values()).map(LedgerKind::label).toList();
    private static final List<String> PRIORITIES = List.of("高", "中", "低");
    private static final List<String> APPROVERS = Stream.concat(
                    Arrays.stream(Approver.values()).map(Approver::label), Stream.of(RequestRules.NOT_ACCEPTED))
            .toList();

    @Override
    public List<String> faults(byte[] dmn) {
        DecisionFile file = DecisionFile.read(key, dmn);
        List<String> faults = new ArrayList<>();
        for (Row row : file.rows()) {
            RowFaults.unknownWords(file, row, "about", ABOUT, faults);
            RowFaults.unknownWords(file, row, "priority", PRIORITIES, faults);
            answer(row, file.answer(row), faults);
            RowFaults.missingClause(row, faults);
        }
        return faults;
    }

    private static void answer(Row row, Match answer, List<String> faults) {
        String approver = answer.text("approver");
        if (!APPROVERS.contains(approver)) {
            faults.add(RowFaults.fault(
                    row,
                    "审批人",
                    (approver == null ? "没有填写，" : "“" + approver + "”") + "应为" + String.join("、", APPROVERS)));
        }
        Integer days = answer.number("maxDays");
        if (days != null && days < 1) {
            faults.add(RowFaults.fault(row, "最长（自然日）", "应为不小于 1 的整数，不设上限的留空"));
        }
    }
}
