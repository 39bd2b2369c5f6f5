package org.duban.deadline.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.request.store.MoveStore;
import org.duban.deadline.request.store.RequestStore;
import org.duban.deadline.request.store.RequestStore.Precedents;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a decision across all cases, and every move that came of it. Who may look is the page's to say. */
@Service
@Transactional(readOnly = true)
public class RequestQueue {

    private static final int MAX_COUNT = 1000;

    private final RequestStore store;
    private final MoveStore moves;
    private final DeadlineLedger ledger;
    private final RequestReader reader;
    private final Clock clock;

    RequestQueue(RequestStore store, MoveStore moves, DeadlineLedger ledger, RequestReader reader, Clock clock) {
        this.store = store;
        this.moves = moves;
        this.ledger = ledger;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * One request that waits.
     *
     * @param limit the deadline as it stands now; null for a reassignment
     * @param granted what the unit was granted of this kind this year, and {@code refused}
     */
    public record Waiting(
            DeadlineRequest request, CaseRequests.Item item, LedgerEntry limit, int granted, int refused) {}

    /** A page of undecided requests, the oldest first; {@code approver} null for all of them. */
    public List<Waiting> page(Approver approver, long after, int size) {
        List<DeadlineRequest> requests = store.undecided(approver, after, size);
        Map<Long, LedgerEntry> limits =
                ledger
                        .byIds(requests.stream()
                                .map(DeadlineRequest::deadlineId)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        List<Precedents> precedents = precedents(requests);
        return requests.stream()
                .map(request -> waiting(request, limits.get(request.deadlineId()), precedents))
                .toList();
    }

    private List<Precedents> precedents(Collection<DeadlineRequest> requests) {
        List<UnitCode> units = requests.stream()
                .map(DeadlineRequest::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return units.isEmpty()
                ? List.of()
                : store.precedents(units, LocalDate.now(clock).getYear());
    }

    private Waiting waiting(DeadlineRequest request, LedgerEntry limit, List<Precedents> precedents) {
        Precedents before = precedents.stream()
                .filter(one -> one.unit().equals(request.unit()) && one.kind() == request.kind())
                .findFirst()
                .orElse(new Precedents(request.unit(), request.kind(), 0, 0));
        return new Waiting(request, reader.item(request, limit), limit, before.granted(), before.refused());
    }

    /** How many wait; counted up to a thousand. */
    public int count(Approver approver) {
        return store.countUndecided(approver, MAX_COUNT);
    }

    /** A page of every change of every deadline, the newest first; {@code late} only those decided after expiry. */
    public List<DeadlineMove> moves(boolean late, Long before, int size) {
        return moves(new MoveFilter(late, null, null), before, size);
    }

    /** The same, narrowed. */
    public List<DeadlineMove> moves(MoveFilter filter, Long before, int size) {
        return moves.page(filter, before, size);
    }
}
