package org.duban.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.duban.engine.DecisionCheck;
import org.duban.engine.DecisionFile;
import org.duban.engine.DecisionFile.Row;
import org.duban.engine.Decisions.Match;
import org.duban.engine.RowFaults;
import org.springframework.stereotype.Component;

/** Every row of the table {@code CardDecision} must name a card, when it is answered and who approves it. */
@Component
class CardDecisionCheck implements DecisionCheck {

    private static final int LONGEST_REPLY = 60;
    static final List<String> CAUSES =
            Arrays.stream(CardCause.values()).map(CardCause::label).toList();
    static final List<String> COLOURS =
            Arrays.stream(CardColour.values()).map(CardColour::word).toList();
    private static final List<String> COLOURS_OR_NONE =
            Stream.concat(COLOURS.stream(), Stream.of(CardColour.NONE)).toList();
    private static final List<String> OUTCOMES =
            Arrays.stream(YellowOutcome.values()).map(YellowOutcome::word).toList();
    private static final List<String> PROPOSERS =
            Arrays.stream(ProposerKind.values()).map(ProposerKind::label).toList();
    static final List<String> IMPORTANCE = List.of("高", "中", "低");

    @Override
    public String key() {
        return CardRules.TABLE;
    }

    @Override
    public List<String> faults(byte[] dmn) {
        DecisionFile file = DecisionFile.read(key(), dmn);
        List<String> faults = new ArrayList<>();
        for (Row row : file.rows()) {
            RowFaults.unknownWords(file, row, "cause", CAUSES, faults);
            RowFaults.unknownWords(file, row, "superior", COLOURS_OR_NONE, faults);
            RowFaults.unknownWords(file, row, "outcome", OUTCOMES, faults);
            RowFaults.unknownWords(file, row, "suggested", COLOURS_OR_NONE, faults);
            RowFaults.unknownWords(file, row, "proposer", PROPOSERS, faults);
            RowFaults.unknownWords(file, row, "importance", IMPORTANCE, faults);
            answer(row, file.answer(row), faults);
            RowFaults.missingClause(row, faults);
        }
        COLOURS.stream()
                .filter(colour -> file.rows().stream()
                        .noneMatch(row -> colour.equals(file.answer(row).text("colour"))))
                .forEach(colour -> faults.add("没有一条规则给出“" + colour + "”，审核时就不能改为" + colour + "。请至少保留一条。"));
        return faults;
    }

    private static void answer(Row row, Match answer, List<String> faults) {
        if (!COLOURS.contains(answer.text("colour"))) {
            faults.add(RowFaults.fault(row, "牌级", "应为" + String.join("、", COLOURS)));
        }
        Integer days = answer.number("replyDays");
        if (days == null || days < 1 || days > LONGEST_REPLY) {
            faults.add(RowFaults.fault(row, "书面答复（工作日）", "应为 1 至 " + LONGEST_REPLY + " 的整数"));
        }
        if (answer.text("approver") == null || answer.text("approver").isBlank()) {
            faults.add(RowFaults.fault(row, "审批人", "没有填写"));
        }
    }
}
