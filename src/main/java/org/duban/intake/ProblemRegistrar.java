package org.duban.intake;

import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.problem.NewProblem;
import org.duban.problem.ProblemService;
import org.duban.problem.Registered;
import org.springframework.stereotype.Component;

/** Writes rows through the problem's own use cases. */
@Component
class ProblemRegistrar implements Registrar {

    private final ProblemService problems;

    ProblemRegistrar(ProblemService problems) {
        this.problems = problems;
    }

    @Override
    public List<Registered> register(List<NewProblem> rows, Actor by) {
        return problems.registerAll(rows, by);
    }

    @Override
    public Registered update(CaseNo no, NewProblem row, Actor by) {
        return problems.update(no, row, by);
    }
}
