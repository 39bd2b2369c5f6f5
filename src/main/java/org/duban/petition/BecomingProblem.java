package org.duban.petition;

import java.util.List;
import java.util.stream.Stream;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.problem.NewProblem;
import org.duban.problem.ProblemService;
import org.duban.problem.Risk;
import org.springframework.stereotype.Component;

/** Registers the problem a letter leaves behind, linked by the letter's number. */
@Component
class BecomingProblem {

    private final ProblemService problems;

    BecomingProblem(ProblemService problems) {
        this.problems = problems;
    }

    CaseNo register(Petition petition, String why, Actor by) {
        Letter letter = petition.letter();
        UnitCode lead = petition.leadUnit();
        List<UnitCode> responsible = petition.units().stream()
                .filter(unit -> !unit.equals(lead))
                .sorted()
                .toList();
        NewProblem row = new NewProblem(
                "信访转办",
                letter.region() == null ? "" : letter.region(),
                petition.no().value(),
                null,
                letter.title(),
                Stream.of(letter.body(), "信访件 " + petition.no() + " 阶段性办结后转为整改问题：" + why)
                        .reduce((one, other) -> one + "\n" + other)
                        .orElseThrow(),
                letter.pollutionTypes(),
                letter.place(),
                letter.key() ? Risk.HIGH : Risk.MEDIUM,
                lead,
                responsible,
                null,
                null,
                petition.answer().goal(),
                petition.answer().handling());
        return problems.register(row, by).no();
    }
}
