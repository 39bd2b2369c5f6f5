package org.duban.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.journal.store.EntryRows.Last;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction did, in order; written as the last thing before it commits, after the engine has written. The
 * engine's own transactions, for jobs and its REST API, are Spring's as well, so this holds for all of them.
 */
final class TransactionRecord implements TransactionSynchronization {

    private final RecordWriter writer;
    private final List<Captured> events = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private Map<String, Last> written = Map.of();
    private boolean closed;

    private TransactionRecord(RecordWriter writer) {
        this.writer = writer;
    }

    static TransactionRecord ofThisTransaction(RecordWriter writer) {
        var open = (TransactionRecord) TransactionSynchronizationManager.getResource(TransactionRecord.class);
        if (open == null) {
            open = new TransactionRecord(writer);
            TransactionSynchronizationManager.bindResource(TransactionRecord.class, open);
            TransactionSynchronizationManager.registerSynchronization(open);
        }
        return open;
    }

    void add(Captured captured) {
        if (closed) {
            // It would be in the database and not in the record.
            throw new IllegalStateException("the record of this transaction is written: "
                    + captured.event().get("kind"));
        }
        events.add(captured);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        closed = true;
        written = writer.write(events);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, events.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        Integer size = savepoints.get(savepoint);
        // A savepoint older than the first event is not known here: everything came after it.
        events.subList(size == null ? 0 : size, events.size()).clear();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(TransactionRecord.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(TransactionRecord.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(TransactionRecord.class);
        if (status == STATUS_COMMITTED) {
            writer.committed(written);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
