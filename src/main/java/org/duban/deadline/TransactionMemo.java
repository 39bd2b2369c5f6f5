package org.duban.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers for the length of one transaction what does not change in it. An import opens hundreds of deadlines at once
 * and must not ask for the same rule and calendar each time; the next transaction asks again.
 */
final class TransactionMemo implements TransactionSynchronization {

    private final Map<Object, Object> remembered = new HashMap<>();

    private TransactionMemo() {}

    @SuppressWarnings("unchecked")
    static <T> T of(Object key, Supplier<T> ask) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return ask.get();
        }
        TransactionMemo memo = (TransactionMemo) TransactionSynchronizationManager.getResource(TransactionMemo.class);
        if (memo == null) {
            memo = new TransactionMemo();
            TransactionSynchronizationManager.bindResource(TransactionMemo.class, memo);
            TransactionSynchronizationManager.registerSynchronization(memo);
        }
        Object known = memo.remembered.get(key);
        if (known == null) {
            known = ask.get();
            memo.remembered.put(key, known);
        }
        return (T) known;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemo.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(TransactionMemo.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemo.class);
    }
}
