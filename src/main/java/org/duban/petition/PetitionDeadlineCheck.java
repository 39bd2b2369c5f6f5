package org.duban.petition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duban.deadline.DeadlineRules;
import org.duban.engine.DecisionCheck;
import org.duban.engine.DecisionFile;
import org.duban.engine.DecisionFile.Row;
import org.duban.engine.Decisions.Match;
import org.duban.engine.RowFaults;
import org.springframework.stereotype.Component;

/** A period, or none by name, must come of every row of the table {@code PetitionDeadline}. */
@Component
class PetitionDeadlineCheck implements DecisionCheck {

    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::label).toList();
    private static final List<String> STEPS =
            List.of(PetitionRules.ANSWER, PetitionRules.ACCEPTANCE, PetitionRules.AGAIN);

    @Override
    public String key() {
        return PetitionRules.TABLE;
    }

    @Override
    public List<String> faults(byte[] dmn) {
        DecisionFile file = DecisionFile.read(key(), dmn);
        List<String> faults = new ArrayList<>();
        for (Row row : file.rows()) {
            RowFaults.unknownWords(file, row, "channel", CHANNELS, faults);
            RowFaults.unknownWords(file, row, "level", PetitionRules.LEVELS, faults);
            RowFaults.unknownWords(file, row, "step", STEPS, faults);
            answer(row, file.answer(row), faults);
            RowFaults.missingClause(row, faults);
        }
        return faults;
    }

    private static void answer(Row row, Match answer, List<String> faults) {
        if (answer.text("name") == null || answer.text("name").isBlank()) {
            faults.add(RowFaults.fault(row, "期限名称", "没有填写"));
        }
        if (PetitionRules.NONE.equals(answer.text("unit"))) {
            return;
        }
        try {
            DeadlineRules.read("", answer, "");
        } catch (IllegalArgumentException e) {
            faults.add("第 " + row.number() + " 行：" + e.getMessage() + "，没有这项期限的写“不计”。");
        }
    }
}
