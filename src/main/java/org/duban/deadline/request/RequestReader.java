package org.duban.deadline.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.deadline.DeadlineExplanation;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.request.CaseRequests.Answer;
import org.duban.deadline.request.CaseRequests.Item;
import org.duban.deadline.request.CaseRequests.Limit;
import org.duban.deadline.request.CaseRequests.Mark;
import org.duban.deadline.request.CaseRequests.Offer;
import org.duban.deadline.request.store.RequestStore;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case's requests into words, and says what the person of this thread may ask for, or why not. */
@Service
@Transactional(readOnly = true)
public class RequestReader {

    private final RequestStore store;
    private final Handlings handlings;
    private final DeadlineLedger ledger;
    private final Units units;
    private final RequestFields fields;
    private final CurrentActor actor;
    private final Clock clock;

    RequestReader(
            RequestStore store,
            Handlings handlings,
            DeadlineLedger ledger,
            Units units,
            RequestFields fields,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.handlings = handlings;
        this.ledger = ledger;
        this.units = units;
        this.fields = fields;
        this.actor = actor;
        this.clock = clock;
    }

    /** Whether the person may see the case was decided before. */
    public CaseRequests of(CaseNo no) {
        List<DeadlineRequest> made = store.of(no);
        Map<Long, LedgerEntry> entries =
                ledger.all(no).stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        List<LedgerEntry> running = entries.values().stream()
                .filter(entry -> entry.isOpen() && LimitHandling.concerns(entry))
                .toList();
        return new CaseRequests(
                made.stream()
                        .map(request -> item(request, entries.get(request.deadlineId())))
                        .toList(),
                ledger.explain(running).stream()
                        .map(explained -> limit(no, explained, made))
                        .toList(),
                offer(RequestKind.REASSIGNMENT, no, null, made));
    }

    /** One request with the deadline it is about, or null for a kind without. */
    public Item item(DeadlineRequest request, LedgerEntry limit) {
        UnitCode unit = request.unit();
        Wish wish = request.wish();
        DeadlineRequest.Resumption early = request.resumption();
        boolean own = ownSide(request);
        return new Item(
                request.id(),
                request.kind(),
                request.kind().label(),
                request.state(),
                request.state().label(),
                request.deadlineId(),
                limit == null ? "问题" : name(limit),
                unit == null ? null : unit.value(),
                unit == null ? "市环委办" : units.shortName(unit),
                request.dueOn(),
                wish.day(),
                wish.leadUnit() == null ? null : units.shortName(wish.leadUnit()),
                wish.responsibleUnits().stream().map(units::shortName).toList(),
                request.reason(),
                request.progress(),
                request.cap().words(),
                request.cap().approver(),
                request.cap().approver().label(),
                request.cap().clause(),
                mark(request.asked(), null),
                mark(request.signed(), null),
                answer(request),
                early == null ? null : mark(early.stamp(), early.reason()),
                request.note(),
                request.standing(),
                request.state().undecided() && own,
                request.standing()
                        && early == null
                        && (own || actor.holding(Role.COORDINATOR, null).isPresent()));
    }

    /** Which deadline, in the office's words. */
    public static String name(LedgerEntry limit) {
        return limit.kind() == LedgerKind.TASK
                ? "办理：" + limit.name()
                : limit.kind().label();
    }

    private boolean ownSide(DeadlineRequest request) {
        return request.unit() == null
                ? actor.holding(Role.COORDINATOR, null).isPresent()
                : actor.holding(Role.CLERK, request.unit())
                        .or(() -> actor.holding(Role.HEAD, request.unit()))
                        .isPresent();
    }

    private Limit limit(CaseNo no, DeadlineExplanation explained, List<DeadlineRequest> made) {
        LedgerEntry entry = explained.entry();
        ZonedDateTime at = entry.course().dueAt().atZone(Zones.CITY);
        return new Limit(
                entry.id(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                name(entry),
                entry.rule(),
                entry.course().followsSubject(),
                entry.kind() == LedgerKind.TASK
                        ? LimitHandling.holder(entry).map(UnitCode::value).orElse(null)
                        : null,
                entry.originalDueOn(),
                entry.currentDueOn(),
                entry.period().hours() == null
                        ? entry.currentDueOn().toString()
                        : at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
                explained.missed(),
                entry.course().suspendedUntil(),
                explained.lines(),
                offer(RequestKind.EXTENSION, no, entry, made),
                offer(RequestKind.SUSPENSION, no, entry, made));
    }

    private Offer offer(RequestKind kind, CaseNo no, LedgerEntry limit, List<DeadlineRequest> made) {
        Cap cap = handlings.cap(kind, no, limit);
        Optional<String> notYours = notYours(kind, no, limit);
        Optional<String> closed = handlings
                .closed(kind, no, limit, cap)
                .or(() -> alive(kind, limit, made))
                .or(() -> notYours);
        if (closed.isPresent()) {
            return new Offer(false, notYours.isEmpty(), closed.get(), null, null, null, cap.clause());
        }
        LocalDate from = kind == RequestKind.EXTENSION ? limit.currentDueOn() : LocalDate.now(clock);
        return new Offer(
                true,
                true,
                null,
                cap.words(),
                cap.maxDays() == null ? null : from.plusDays(cap.maxDays()),
                cap.approver().label(),
                cap.clause());
    }

    private static Optional<String> alive(RequestKind kind, LedgerEntry limit, List<DeadlineRequest> made) {
        Long deadline = limit == null ? null : limit.id();
        return made.stream()
                .filter(request -> request.kind() == kind
                        && Objects.equals(request.deadlineId(), deadline)
                        && request.closedAt() == null)
                .findFirst()
                .map(request -> "已有一件" + kind.label() + "在办（" + request.state().label() + "），办结以前不能再次申请。");
    }

    private Optional<String> notYours(RequestKind kind, CaseNo no, LedgerEntry limit) {
        UnitCode unit = handlings.of(kind).asker(no, limit).orElse(null);
        boolean may = unit != null && actor.holding(Role.CLERK, unit).isPresent()
                || kind == RequestKind.REASSIGNMENT
                        && actor.holding(Role.COORDINATOR, null).isPresent();
        return may ? Optional.empty() : Optional.of(fields.whoAsks(kind, unit));
    }

    private static Mark mark(Stamp stamp, String said) {
        return stamp == null ? null : new Mark(stamp.by().name(), stamp.at(), said);
    }

    private Answer answer(DeadlineRequest request) {
        RequestDecision decided = request.decided();
        if (decided == null) {
            return null;
        }
        return new Answer(
                decided.granted(),
                decided.granted() ? granted(request.kind(), decided.wish()) : "不同意",
                decided.reason(),
                decided.afterExpiry(),
                decided.stamp().by().name(),
                decided.stamp().at());
    }

    private String granted(RequestKind kind, Wish wish) {
        return switch (kind) {
            case EXTENSION -> "同意延到 " + wish.day();
            case SUSPENSION -> "同意挂账至 " + wish.day();
            case REASSIGNMENT -> "同意改由" + units.shortName(wish.leadUnit()) + "牵头";
        };
    }
}
