package org.duban.card;

import java.util.Optional;
import org.duban.deadline.SubjectKind;
import org.duban.kernel.CaseNo;
import org.duban.problem.Problems;
import org.springframework.stereotype.Component;

/** Problems as what cards are about. */
@Component
class ProblemSubject implements CardSubject {

    private final Problems problems;

    ProblemSubject(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Optional<Standing> standing(CaseNo caseNo) {
        return SubjectKind.of(caseNo) == SubjectKind.PROBLEM
                ? problems.file(caseNo)
                        .map(file ->
                                new Standing(file.stateLabel(), file.state().struckOff(), file.listSerial()))
                : Optional.empty();
    }
}
