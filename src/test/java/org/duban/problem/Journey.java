package org.duban.problem;

import org.springframework.context.ApplicationContext;

/** The usual way of a case of Jinjiang, stage by stage, for tests that begin where it turns. */
public final class Journey {

    public static final String COORDINATOR = "coordinator";
    public static final String LEADER = "leader";
    public static final String CLERK = "clerk350582";
    public static final String HEAD = "head350582";
    public static final String SUPERVISOR = "clerk35050012";

    private Journey() {}

    public static CaseDriver planned(ApplicationContext application, NewProblem row) {
        CaseDriver office = new CaseDriver(application).register(row);
        office.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        office.as(CLERK).does("UserTask_MakePlan", TaskForms.plan(office.today().plusDays(10)));
        return office;
    }

    public static CaseDriver rectifying(ApplicationContext application, NewProblem row) {
        CaseDriver office = planned(application, row);
        office.as(COORDINATOR).does("UserTask_ReviewPlan", TaskForms.accept());
        return office;
    }

    public static CaseDriver reported(CaseDriver office) {
        office.as(CLERK).reportsDone();
        return office.as(HEAD).does("UserTask_HeadSign", TaskForms.headSigns());
    }

    public static CaseDriver checked(CaseDriver office) {
        reported(office);
        return office.as(HEAD).does("UserTask_CheckPreliminarily", TaskForms.checkPreliminarily(true, office.today()));
    }

    public static CaseDriver inNotice(CaseDriver office) {
        checked(office);
        return office.as(SUPERVISOR).does("UserTask_Verify", TaskForms.verify(office.today()));
    }

    public static CaseDriver struckOff(CaseDriver office) {
        inNotice(office).fireNextTimer();
        return office.as(LEADER).does("UserTask_ApproveStrikeOff", TaskForms.strikeOff(true));
    }
}
