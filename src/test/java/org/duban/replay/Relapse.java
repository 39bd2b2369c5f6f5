package org.duban.replay;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.duban.desk.CardStage;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.TaskForms;
import org.springframework.context.ApplicationContext;

/** A long story for replays: returned twice, decided by the leader, closed, looked back on and found relapsed. */
public final class Relapse {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private Relapse() {}

    /** The clock stands where the story begins, and goes on to the look-back. */
    public static CaseDriver afterTwoReturns(ApplicationContext application) {
        return tell(application, LocalDate.of(2026, 12, 31), office -> {});
    }

    /** The same story five days late, with a yellow card that is signed for before the work is done. */
    public static CaseDriver withYellowCard(ApplicationContext application) {
        return tell(application, LocalDate.of(2026, 5, 27), office -> {
            CardStage card = CardStage.about(application, office).lateBy(5);
            office.at("2026-06-01T10:30");
            card.issued();
            office.at("2026-06-01T15:10");
            card.signed();
            office.on("2026-06-03");
        });
    }

    private static CaseDriver tell(ApplicationContext application, LocalDate due, Consumer<CaseDriver> inJune) {
        CaseDriver office = new CaseDriver(application)
                .register(CaseDriver.row("反弹" + SERIAL.incrementAndGet(), Deadline.on(due), "350582"));
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位不在本辖区"));
        office.as(Journey.COORDINATOR).does("UserTask_ArbitrateReturn", TaskForms.keep());
        office.on("2026-03-04");
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位不在本辖区，附勘界图"));
        office.as(Journey.LEADER).does("UserTask_DecideLeadUnit", TaskForms.decideLead("350582"));
        office.on("2026-03-05");
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.sign());
        office.as(Journey.CLERK)
                .does("UserTask_MakePlan", TaskForms.plan(LocalDate.of(2026, 5, 15), LocalDate.of(2026, 5, 25)));
        office.on("2026-03-09");
        office.as(Journey.COORDINATOR).does("UserTask_ReviewPlan", TaskForms.accept());
        office.on("2026-06-01");
        inJune.accept(office);
        Journey.struckOff(office).fireNextTimer();
        return office.as(Journey.COORDINATOR).does("UserTask_LookBack", TaskForms.lookBack(office.today(), true));
    }
}
