package org.duban.intake;

import java.util.List;
import org.duban.engine.EngineBatch;
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
    private final EngineBatch engine;

    ProblemRegistrar(ProblemService problems, EngineBatch engine) {
        this.problems = problems;
        this.engine = engine;
    }

    @Override
    public List<Registered> register(List<NewProblem> rows, Actor by) {
        return engine.run(() -> problems.registerAll(rows, by));
    }

    @Override
    public Registered update(CaseNo no, NewProblem row, Actor by) {
        return problems.update(no, row, by);
    }
}
