package org.duban.round;

import java.util.List;
import org.duban.deadline.OfficeHours;
import org.duban.deadline.WorkingCalendars;
import org.duban.notice.MessageKind;
import org.duban.notice.Messages;
import org.duban.notice.NewMessage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a unit that it is chased: one message a day, in working hours, unless it has reported by then. */
@Component
class ChaseMessages {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Messages messages;
    private final WorkingCalendars calendars;
    private final OfficeHours hours;

    ChaseMessages(Messages messages, WorkingCalendars calendars, OfficeHours hours) {
        this.messages = messages;
        this.calendars = calendars;
        this.hours = hours;
    }

    @EventListener
    void on(UnitChased chased) {
        String subject = ChaseStillWanted.key(chased.round(), chased.unit());
        String title = Round.monthWords(chased.month()) + "调度尚未填报，请尽快报送";
        messages.post(List.of(new NewMessage(
                "round.chase/" + subject + "/" + chased.day(),
                chased.round(),
                subject,
                chased.unit().group(),
                MessageKind.CHASE,
                title,
                "本单位有 " + chased.items() + " 个问题待填报，填报截止 " + chased.reportDueOn() + "；没有变化的勾选“与上月相同”即可。",
                TASKLIST,
                hours.next(calendars.current(), chased.at()))));
    }
}
