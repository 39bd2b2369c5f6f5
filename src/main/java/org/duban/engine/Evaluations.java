package org.duban.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was asked in the transaction that is under way, so that a fact which names only table and rule can be recorded
 * with the whole answer. A rule that matched two different questions in one transaction says nothing of either: whoever
 * asks many at once hands the evaluation on with its fact.
 */
public final class Evaluations implements TransactionSynchronization {

    private record Key(String reference, String rule) {}

    private final Map<Key, Optional<Evaluation>> asked = new HashMap<>();

    private Evaluations() {}

    static void asked(String reference, Evaluation evaluation) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        Evaluations open = (Evaluations) TransactionSynchronizationManager.getResource(Evaluations.class);
        if (open == null) {
            open = new Evaluations();
            TransactionSynchronizationManager.bindResource(Evaluations.class, open);
            TransactionSynchronizationManager.registerSynchronization(open);
        }
        for (String rule : evaluation.rules()) {
            open.asked.merge(
                    new Key(reference, rule),
                    Optional.of(evaluation),
                    (one, other) -> one.equals(other) ? one : Optional.empty());
        }
    }

    /** The one evaluation of that table and version in this transaction in which that rule matched. */
    public static Optional<Evaluation> of(String reference, String rule) {
        Evaluations open = (Evaluations) TransactionSynchronizationManager.getResource(Evaluations.class);
        return open == null ? Optional.empty() : open.asked.getOrDefault(new Key(reference, rule), Optional.empty());
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(Evaluations.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(Evaluations.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(Evaluations.class);
    }
}
