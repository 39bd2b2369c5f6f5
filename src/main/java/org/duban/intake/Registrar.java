package org.duban.intake;

import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.problem.NewProblem;
import org.duban.problem.Registered;

/** What intake asks of the problem module when it writes. Each call joins the caller's transaction. */
interface Registrar {

    /** Registers the rows and starts their processes; a row whose key is taken comes back as EXISTING. */
    List<Registered> register(List<NewProblem> rows, Actor by);

    Registered update(CaseNo no, NewProblem row, Actor by);
}
