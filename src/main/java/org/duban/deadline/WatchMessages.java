package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.notice.MessageKind;
import org.duban.notice.Messages;
import org.duban.notice.NewMessage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says what the watch did to those who have to know, in working hours only. Units hear of each of their deadlines;
 * coordinator and leader get one message a day for each kind of step, which opens the list: two hundred cases late on one
 * morning are one message, not two hundred.
 */
@Component
class WatchMessages {

    private final Messages messages;
    private final Subjects subjects;
    private final WorkingCalendars calendars;
    private final OfficeHours hours;
    private final Clock clock;

    WatchMessages(Messages messages, Subjects subjects, WorkingCalendars calendars, OfficeHours hours, Clock clock) {
        this.messages = messages;
        this.subjects = subjects;
        this.calendars = calendars;
        this.hours = hours;
        this.clock = clock;
    }

    @EventListener
    void on(RungsReached reached) {
        Instant leavesAt = hours.next(calendars.current(), clock.instant());
        Map<String, NewMessage> post = new LinkedHashMap<>();
        for (RungReached step : reached.rungs()) {
            for (String word : step.tell()) {
                NewMessage message =
                        switch (word) {
                            case "协调员" -> daily(step, "coordinator", leavesAt);
                            case "领导" -> daily(step, "leader", leavesAt);
                            default -> single(step, group(step, word), leavesAt);
                        };
                post.putIfAbsent(message.key(), message);
            }
        }
        messages.post(List.copyOf(post.values()));
    }

    private String holder(LedgerEntry entry) {
        if (!entry.kind().ofTheCase()) {
            return entry.course().holder();
        }
        UnitCode lead = subjects.of(entry.caseNo()).leadUnit();
        return lead == null ? null : lead.group();
    }

    /** The clerk's or the head's group of the unit that has to act; the coordinator where no unit is settled. */
    private static String group(RungReached step, String word) {
        String holder = step.entry().course().holder();
        UnitCode lead = step.subject().leadUnit();
        String group = holder != null ? holder : lead == null ? "coordinator" : lead.group();
        boolean unit = group.startsWith("unit");
        return unit && word.equals("负责人") && !group.endsWith("head") ? group + "head" : group;
    }

    private static NewMessage single(RungReached step, String group, Instant leavesAt) {
        LedgerEntry entry = step.entry();
        String when = when(step);
        return new NewMessage(
                WantedReminders.subject(entry) + "/" + step.rung() + "/" + step.repetition() + "/" + group,
                entry.caseNo(),
                WantedReminders.subject(entry),
                group,
                kind(step.action()),
                entry.name() + when + "：" + step.subject().title(),
                "案件 " + entry.caseNo() + " 的“" + entry.name() + "”到期日为 "
                        + TraceLines.named(entry.currentDueOn()) + "，" + when + "。"
                        + (step.daysLeft() < 0 ? "请尽快办理，并说明超期原因。" : "请按期办理；确需延期的，请在到期前提出申请。"),
                "/desk/cases/" + entry.caseNo(),
                leavesAt);
    }

    private static NewMessage daily(RungReached step, String group, Instant leavesAt) {
        LocalDate day = LocalDate.ofInstant(step.at(), Zones.CITY);
        String what = step.action().proposes() ? "有" + step.action().word() + "的期限待您审核" : "有期限" + said(step.action());
        return new NewMessage(
                "watch/" + group + "/" + day + "/" + step.action().name(),
                null,
                null,
                group,
                kind(step.action()),
                day + " " + what,
                "期限督办发现" + (step.action().proposes() ? "达到" + step.action().word() + "条件" : said(step.action()))
                        + "的期限，打开可见全部清单、依据和所用规则。",
                "/desk/watch?action=" + step.action().name() + "&on=" + day,
                leavesAt);
    }

    private static String said(LadderAction action) {
        return switch (action) {
            case OVERDUE -> "超期";
            case REMIND_HEAD -> "仍未办结，已提醒负责人";
            default -> "即将到期";
        };
    }

    private static String when(RungReached step) {
        int days = step.daysLeft();
        return days > 0 ? "还剩 " + days + " 天" : days == 0 ? "今天到期" : "已超期 " + -days + " 天";
    }

    private static MessageKind kind(LadderAction action) {
        if (action.proposes()) {
            return MessageKind.PROPOSAL;
        }
        return action == LadderAction.OVERDUE ? MessageKind.OVERDUE : MessageKind.REMINDER;
    }

    @EventListener
    void on(DeadlineMoved moved) {
        LedgerEntry entry = moved.after();
        String holder = holder(entry);
        if (holder == null || moved.change().fromOn().equals(moved.change().toOn())) {
            return;
        }
        // What follows the limit moves with it on the same day to the same day: one message says both.
        LocalDate day = LocalDate.ofInstant(moved.change().changedAt(), Zones.CITY);
        messages.post(List.of(new NewMessage(
                String.join(
                        "/",
                        "moved",
                        entry.caseNo().value(),
                        holder,
                        moved.change().kind().name(),
                        entry.currentDueOn().toString(),
                        day.toString()),
                entry.caseNo(),
                null,
                holder,
                MessageKind.DEADLINE_MOVED,
                entry.name() + "的到期日改为 " + entry.currentDueOn(),
                "案件 " + entry.caseNo() + "：" + TraceLines.of(moved.change()),
                "/desk/cases/" + entry.caseNo(),
                hours.next(calendars.current(), clock.instant()))));
    }
}
