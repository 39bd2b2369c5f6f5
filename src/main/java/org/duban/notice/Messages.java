package org.duban.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.kernel.Actor;
import org.duban.notice.store.MessageStore;
import org.duban.notice.store.MessageStore.Due;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Where messages are posted and let out. Posting is part of what is told: what rolls back tells nobody. */
@Service
public class Messages {

    /** So many leave in one transaction. */
    private static final int BATCH = 500;

    private final MessageStore store;
    private final List<StillWanted> owners;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Messages(
            MessageStore store,
            List<StillWanted> owners,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.owners = owners;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Posts each once, however often it is asked; joins the caller's transaction; one statement for all. */
    @Transactional
    public void post(List<NewMessage> messages) {
        if (!messages.isEmpty()) {
            // In the order of their keys, so that two who post the same ones wait for each other and not in a circle.
            store.add(
                    messages.stream()
                            .sorted(Comparator.comparing(NewMessage::key))
                            .toList(),
                    clock.instant());
        }
    }

    /**
     * Lets go out what is due by now and still wanted; what is no longer wanted is withdrawn and never shown. Any node may
     * call it, several at once too. Returns how many left.
     */
    public int release() {
        int left = 0;
        Outcome batch;
        do {
            batch = transaction.execute(status -> releaseBatch());
            left += batch.left();
        } while (batch.full());
        return left;
    }

    private record Outcome(int left, boolean full) {}

    private Outcome releaseBatch() {
        Instant now = clock.instant();
        List<Due> due = store.due(now, BATCH);
        if (due.isEmpty()) {
            return new Outcome(0, false);
        }
        Set<String> wanted = wanted(due);
        Map<Boolean, List<Due>> parted = due.stream()
                .collect(Collectors.partitioningBy(
                        one -> one.subjectKey() == null || wanted.contains(one.subjectKey())));
        List<Due> leaving = parted.get(true);
        store.letGo(ids(leaving), now);
        store.withdraw(ids(parted.get(false)), now);
        leaving.stream()
                .filter(one -> one.caseNo() != null)
                .map(one -> MessageFact.sent(one, now, Actor.system()))
                .forEach(events::publishEvent);
        return new Outcome(leaving.size(), due.size() == BATCH);
    }

    private Set<String> wanted(List<Due> due) {
        Set<String> asked =
                due.stream().map(Due::subjectKey).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> wanted = new HashSet<>();
        if (!asked.isEmpty()) {
            owners.forEach(owner -> wanted.addAll(owner.stillWanted(asked)));
        }
        return wanted;
    }

    private static List<Long> ids(List<Due> messages) {
        return messages.stream().map(Due::id).toList();
    }
}
