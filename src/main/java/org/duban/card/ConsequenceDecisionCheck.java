package org.duban.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duban.engine.DecisionCheck;
import org.duban.engine.DecisionFile;
import org.duban.engine.DecisionFile.Row;
import org.duban.engine.Decisions.Match;
import org.duban.engine.RowFaults;
import org.springframework.stereotype.Component;

/** Every row of the table {@code ConsequenceDecision} must name a consequence, with points or with days. */
@Component
class ConsequenceDecisionCheck implements DecisionCheck {

    private static final int LONGEST = 250;
    private static final List<String> KINDS =
            Arrays.stream(ConsequenceKind.values()).map(ConsequenceKind::label).toList();

    @Override
    public String key() {
        return ConsequenceRules.TABLE;
    }

    @Override
    public List<String> faults(byte[] dmn) {
        DecisionFile file = DecisionFile.read(key(), dmn);
        List<String> faults = new ArrayList<>();
        for (Row row : file.rows()) {
            RowFaults.unknownWords(file, row, "colour", CardDecisionCheck.COLOURS, faults);
            RowFaults.unknownWords(file, row, "cause", CardDecisionCheck.CAUSES, faults);
            RowFaults.unknownWords(file, row, "importance", CardDecisionCheck.IMPORTANCE, faults);
            answer(row, file.answer(row), faults);
            RowFaults.missingClause(row, faults);
        }
        return faults;
    }

    private static void answer(Row row, Match answer, List<String> faults) {
        String kind = answer.text("kind");
        if (!KINDS.contains(kind)) {
            faults.add(RowFaults.fault(row, "后果", "应为" + String.join("、", KINDS)));
        }
        Integer points = answer.number("points");
        Integer days = answer.number("days");
        boolean deduction = ConsequenceKind.DEDUCTION.label().equals(kind);
        if (deduction && (points == null || points >= 0)) {
            faults.add(RowFaults.fault(row, "考核扣分", "应为小于 0 的整数，如 -1"));
        }
        if (!deduction && days == null) {
            faults.add(RowFaults.fault(row, "多少工作日内落实", "没有填写，“" + kind + "”要有人去办"));
        }
        if (days != null && (days < 1 || days > LONGEST)) {
            faults.add(RowFaults.fault(row, "多少工作日内落实", "应为 1 至 " + LONGEST + " 的整数"));
        }
    }
}
