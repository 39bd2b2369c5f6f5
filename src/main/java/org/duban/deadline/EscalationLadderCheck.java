package org.duban.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.engine.DecisionCheck;
import org.duban.engine.DecisionFile;
import org.duban.engine.DecisionFile.Row;
import org.duban.engine.Decisions.Match;
import org.duban.engine.RowFaults;
import org.springframework.stereotype.Component;

/** Every row of the table {@code EscalationLadder} must say something the watch can do. */
@Component
class EscalationLadderCheck implements DecisionCheck {

    private static final List<String> ABOUT = Stream.concat(
                    Arrays.stream(LedgerKind.values()).map(LedgerKind::label), Stream.of("随整改时限"))
            .toList();
    private static final List<String> HOLDERS = List.of("单位", "环委办", "领导");
    private static final List<String> TOLD = List.of("承办人", "负责人", "协调员", "领导");

    @Override
    public String key() {
        return Ladders.TABLE;
    }

    @Override
    public List<String> faults(byte[] dmn) {
        DecisionFile file = DecisionFile.read(key(), dmn);
        List<String> faults = new ArrayList<>();
        for (Row row : file.rows()) {
            RowFaults.unknownWords(file, row, "about", ABOUT, faults);
            RowFaults.unknownWords(file, row, "holder", HOLDERS, faults);
            RowFaults.unknownWords(file, row, "priority", Ladders.PRIORITIES, faults);
            answer(row, file.answer(row), faults);
            RowFaults.missingClause(row, faults);
        }
        return faults;
    }

    private static void answer(Row row, Match answer, List<String> faults) {
        String action = answer.text("action");
        boolean nothing = LadderAction.NOTHING.equals(action);
        if (!nothing && LadderAction.of(action).isEmpty()) {
            faults.add(RowFaults.fault(row, "措施", "“" + action + "”应为" + actions()));
        }
        Set<String> told = Ladders.told(answer.text("tell"));
        told.stream()
                .filter(word -> !TOLD.contains(word))
                .forEach(word -> faults.add(
                        RowFaults.fault(row, "告知对象", "“" + word + "”应为" + String.join("、", TOLD) + "，多个用逗号分开")));
        if (!nothing && told.isEmpty()) {
            faults.add(RowFaults.fault(row, "告知对象", "没有填写，请写明告知谁"));
        }
        Integer repeat = answer.number("repeatDays");
        if (repeat != null && repeat < 1) {
            faults.add(RowFaults.fault(row, "重复间隔（天）", "应为不小于 1 的整数，不重复的留空"));
        }
    }

    private static String actions() {
        return Stream.concat(
                        Arrays.stream(LadderAction.values()).map(LadderAction::word), Stream.of(LadderAction.NOTHING))
                .collect(Collectors.joining("、"));
    }
}
