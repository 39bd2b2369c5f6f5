package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duban.deadline.DeadlineChange.Kind;
import org.duban.deadline.store.ChangeStore;
import org.duban.deadline.store.DeadlineStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way a deadline gets another day: the ledger's row, its checkpoint, the due date in Tasklist and the engine's
 * timer move together in one transaction, the old day stays visible with who, when and why. Whether it may be moved was
 * decided by the caller. What follows the case's own limit moves with it.
 */
@Service
@Transactional
public class DeadlineMoves {

    private final DeadlineStore store;
    private final ChangeStore changes;
    private final Ladders ladders;
    private final Subjects subjects;
    private final WorkingCalendars calendars;
    private final OfficeHours hours;
    private final MovedTimers timers;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    DeadlineMoves(
            DeadlineStore store,
            ChangeStore changes,
            Ladders ladders,
            Subjects subjects,
            WorkingCalendars calendars,
            OfficeHours hours,
            MovedTimers timers,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.ladders = ladders;
        this.subjects = subjects;
        this.calendars = calendars;
        this.hours = hours;
        this.timers = timers;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** 延期: the day that was granted. A request that was carried out already moves nothing again. */
    public LedgerEntry extend(CaseNo caseNo, long id, LocalDate to, String reason, Long requestId, Actor by) {
        LedgerEntry entry = lock(caseNo, id);
        if (!to.isAfter(entry.currentDueOn())) {
            throw new Refusal("dueOn", "新的到期日 " + to + " 不晚于现在的到期日 " + entry.currentDueOn() + "，请改填更晚的日期。");
        }
        return moveAll(entry, by, one -> new Wanted(Kind.EXTENDED, reason, requestId)
                .to(to)
                .course(one.course().extended()));
    }

    /** 挂账: the clock stands still from today until {@code until} at the latest. */
    public LedgerEntry suspend(CaseNo caseNo, long id, LocalDate until, String reason, Long requestId, Actor by) {
        LedgerEntry entry = lock(caseNo, id);
        if (entry.course().suspended()) {
            throw new Refusal("本期限已经挂账至 " + entry.course().suspendedUntil() + "，不能重复挂账。");
        }
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today)) {
            throw new Refusal("until", "挂账截止日期 " + until + " 已经过去，请填写今天或以后的日期。");
        }
        return moveAll(entry, by, one -> new Wanted(Kind.SUSPENDED, reason, requestId)
                .clock(today, null)
                .course(one.course().suspended(today, until)));
    }

    /** 恢复计时, early or at the end; a clock that runs already runs on. */
    public LedgerEntry resume(CaseNo caseNo, long id, String reason, Long requestId, Actor by) {
        LedgerEntry entry = lock(caseNo, id);
        if (!entry.course().suspended()) {
            return entry;
        }
        LocalDate today = LocalDate.now(clock);
        return moveAll(entry, by, one -> new Wanted(Kind.RESUMED, reason, requestId)
                .clock(today, one.course().suspendedOn())
                .course(one.course().resumed()));
    }

    /** 更正: the case itself says another day than it did. */
    public LedgerEntry correct(CaseNo caseNo, long id, LocalDate to, String reason, Actor by) {
        LedgerEntry entry = lock(caseNo, id);
        return to.equals(entry.currentDueOn())
                ? entry
                : moveAll(entry, by, one -> new Wanted(Kind.CORRECTED, reason, null).to(to));
    }

    /** Counts an open deadline again on the newest calendar; answers it as it stands afterwards. */
    LedgerEntry recount(CaseNo caseNo, long id, String reason, Actor by) {
        return moveAll(lock(caseNo, id), by, one -> new Wanted(Kind.CALENDAR, reason, null));
    }

    private LedgerEntry lock(CaseNo caseNo, long id) {
        subjects.lock(caseNo);
        return store.lockOpen(id)
                .filter(entry -> entry.caseNo().equals(caseNo))
                .orElseThrow(() -> new Refusal("该期限已经办结或取消，不能再变动，请刷新页面。"));
    }

    private LedgerEntry moveAll(LedgerEntry entry, Actor by, Function<LedgerEntry, Wanted> wanted) {
        LedgerEntry moved = move(entry, wanted.apply(entry), by);
        if (entry.kind().ofTheCase()) {
            for (LedgerEntry follower : store.open(entry.caseNo())) {
                if (follower.course().followsSubject()) {
                    store.lockOpen(follower.id())
                            .ifPresent(
                                    locked -> move(locked, wanted.apply(locked).to(moved.currentDueOn()), by));
                }
            }
        }
        return moved;
    }

    private LedgerEntry move(LedgerEntry before, Wanted wanted, Actor by) {
        Instant now = clock.instant();
        WorkingCalendar calendar = calendars.current();
        DeadlineChange planned = new DeadlineChange(
                0,
                before.id(),
                wanted.kind,
                before.currentDueOn(),
                wanted.to == null ? before.currentDueOn() : wanted.to,
                wanted.clockOn,
                wanted.stoodFrom,
                wanted.kind == Kind.CALENDAR ? calendar.version() : null,
                wanted.reason,
                wanted.requestId,
                before.missed(now),
                by.username(),
                by.name(),
                now);
        Course course = wanted.course == null ? before.course() : wanted.course;
        List<DeadlineChange> made = new ArrayList<>(changes.of(List.of(before.id())));
        if (wanted.requestId != null
                && made.stream()
                        .anyMatch(old -> wanted.requestId.equals(old.requestId()) && old.kind() == wanted.kind)) {
            return before;
        }
        made.add(planned);
        Due due = Due.current(before.with(course), made, calendar, hours);
        DeadlineChange change =
                changes.addUnlessKnown(planned.to(due.date().due())).orElse(null);
        if (change == null) {
            return before;
        }
        LedgerEntry after = before.dueOn(due.date().due(), due.date().provisional(), course.movedTo(due.at(), now));
        LedgerEntry watched = after.with(after.course().nextAt(ladders.first(after, calendar, hours)));
        store.move(watched);
        timers.moved(watched);
        listeners.publishEvent(new DeadlineMoved(before, watched, change, by));
        listeners.publishEvent(
                new DeadlineFact(before.caseNo(), change.kind().event(), now, by, data(watched, change)));
        return watched;
    }

    private static Map<String, Object> data(LedgerEntry entry, DeadlineChange change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("deadline", entry.id());
        data.put("name", entry.name());
        data.put("from", change.fromOn().toString());
        data.put("to", change.toOn().toString());
        data.put("reason", change.reason());
        data.put("afterExpiry", change.afterExpiry());
        if (change.requestId() != null) {
            data.put("request", change.requestId());
        }
        return data;
    }

    /** What a move shall be; days left out stay as they are. */
    private static final class Wanted {

        private final Kind kind;
        private final String reason;
        private final Long requestId;
        private LocalDate to;
        private LocalDate clockOn;
        private LocalDate stoodFrom;
        private Course course;

        Wanted(Kind kind, String reason, Long requestId) {
            this.kind = kind;
            this.reason = reason;
            this.requestId = requestId;
        }

        Wanted to(LocalDate day) {
            this.to = day;
            return this;
        }

        Wanted clock(LocalDate on, LocalDate stood) {
            this.clockOn = on;
            this.stoodFrom = stood;
            return this;
        }

        Wanted course(Course changed) {
            this.course = changed;
            return this;
        }
    }
}
