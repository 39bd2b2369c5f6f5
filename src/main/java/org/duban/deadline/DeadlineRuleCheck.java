package org.duban.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duban.engine.DecisionCheck;
import org.duban.engine.DecisionFile;
import org.duban.engine.DecisionFile.Row;
import org.duban.engine.Decisions.Match;
import org.duban.engine.RowFaults;
import org.springframework.stereotype.Component;

/** A period must come of every row of the table {@code DeadlineRule}. */
@Component
class DeadlineRuleCheck implements DecisionCheck {

    private static final List<String> SUBJECTS =
            Arrays.stream(SubjectKind.values()).map(SubjectKind::word).toList();

    @Override
    public String key() {
        return DeadlineRules.TABLE;
    }

    @Override
    public List<String> faults(byte[] dmn) {
        DecisionFile file = DecisionFile.read(key(), dmn);
        List<String> faults = new ArrayList<>();
        for (Row row : file.rows()) {
            RowFaults.unknownWords(file, row, "about", SUBJECTS, faults);
            RowFaults.unknownWords(file, row, "priority", Ladders.PRIORITIES, faults);
            answer(row, file.answer(row), faults);
            RowFaults.missingClause(row, faults);
        }
        return faults;
    }

    private static void answer(Row row, Match answer, List<String> faults) {
        if (answer.text("name") == null || answer.text("name").isBlank()) {
            faults.add(RowFaults.fault(row, "期限名称", "没有填写"));
        }
        try {
            RuleRow.period(answer);
        } catch (IllegalArgumentException e) {
            faults.add("第 " + row.number() + " 行：" + e.getMessage() + "。");
        }
    }
}
