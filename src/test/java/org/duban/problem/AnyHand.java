package org.duban.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Takes any one of the tasks a case waits for and does it, forwards or back, as its unit and office may. */
public final class AnyHand {

    private AnyHand() {}

    /** @return what was done; null when nobody has a task */
    public static String takes(CaseDriver office, Random random) {
        List<String> waiting = office.waiting();
        if (waiting.isEmpty()) {
            return null;
        }
        String element = waiting.get(random.nextInt(waiting.size()));
        boolean forward = random.nextInt(3) > 0;
        boolean jinjiang = office.file().leadUnit().code().equals("350582");
        String clerk = jinjiang ? Journey.CLERK : "clerk350581";
        String head = jinjiang ? Journey.HEAD : "head350581";
        String other = jinjiang ? "350581" : "350582";
        LocalDate today = office.today();
        switch (element) {
            case "UserTask_SignFor" -> {
                boolean mayReturn = office.file().returns().size() < 2;
                office.as(clerk)
                        .does(
                                element,
                                forward || !mayReturn
                                        ? TaskForms.sign()
                                        : TaskForms.giveBack("不在本辖区").replace("350581", other));
            }
            case "UserTask_ArbitrateReturn" ->
                office.as(Journey.COORDINATOR).does(element, forward ? TaskForms.keep() : TaskForms.reassign(other));
            case "UserTask_DecideLeadUnit" -> office.as(Journey.LEADER).does(element, TaskForms.decideLead("350582"));
            case "UserTask_ConfirmDispatch" ->
                office.as(Journey.COORDINATOR)
                        .does(element, TaskForms.confirmDispatch("350582", "DATE", today.plusDays(60)));
            case "UserTask_MakePlan" -> office.as(clerk).does(element, TaskForms.plan(today));
            case "UserTask_ReviewPlan" ->
                office.as(Journey.COORDINATOR).does(element, forward ? TaskForms.accept() : TaskForms.returnPlan());
            case "UserTask_ReportDone" -> {
                office.as(clerk).attaches(element, Criterion.EFFECT_MEETS_STANDARD);
                office.as(clerk).does(element, TaskForms.done(today));
            }
            case "UserTask_HeadSign" ->
                office.as(head).does(element, forward ? TaskForms.headSigns() : TaskForms.headReturns());
            case "UserTask_CheckPreliminarily" ->
                office.as(head).does(element, TaskForms.checkPreliminarily(forward, today));
            case "UserTask_Verify" ->
                office.as(Journey.SUPERVISOR)
                        .does(
                                element,
                                forward
                                        ? TaskForms.verify(today)
                                        : TaskForms.verify(today, Criterion.EFFECT_MEETS_STANDARD));
            case "UserTask_AnswerObjection" -> office.as(Journey.SUPERVISOR).does(element, TaskForms.answer(!forward));
            case "UserTask_ApproveStrikeOff" -> office.as(Journey.LEADER).does(element, TaskForms.strikeOff(forward));
            case "UserTask_LookBack" ->
                office.as(Journey.COORDINATOR).does(element, TaskForms.lookBack(today, !forward));
            default -> throw new AssertionError("no hand for " + element);
        }
        return element + (forward ? " forward" : " back");
    }
}
