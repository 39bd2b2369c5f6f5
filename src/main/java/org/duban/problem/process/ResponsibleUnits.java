package org.duban.problem.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** The branches of SubProcess_Rectify (组织整改): one for each responsible unit, by code. */
@Component("responsibleUnits")
public class ResponsibleUnits {

    private final ProblemService problems;

    ResponsibleUnits(ProblemService problems) {
        this.problems = problems;
    }

    public List<String> of(DelegateExecution execution) {
        return problems.rectifyingUnits(CaseNo.of(execution.getProcessBusinessKey())).stream()
                .map(UnitCode::value)
                .toList();
    }
}
