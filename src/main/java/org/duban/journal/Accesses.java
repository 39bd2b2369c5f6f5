package org.duban.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duban.journal.Access.Kind;
import org.duban.journal.store.AccessRows;
import org.duban.kernel.Actor;
import org.duban.kernel.Fact;
import org.duban.kernel.FileOut;
import org.duban.organisation.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records who took data out of the system and who looked at what is not everybody's. An export is recorded before its
 * first byte leaves, and again with its length and hash when the last one has.
 */
@Service
public class Accesses {

    /** Facts of single cases that are readings or exports as well, so that the auditor has all of them in one list. */
    private static final Map<String, Kind> ON_CASES =
            Map.of("petition.petitionerUnmasked", Kind.UNMASK, "dossier.exported", Kind.EXPORT);

    private static final long SLOT_SECONDS = 600;

    private final AccessRows rows;
    private final CurrentActor actor;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ThreadLocal<Boolean> recording = new ThreadLocal<>();

    Accesses(
            AccessRows rows,
            CurrentActor actor,
            ApplicationEventPublisher listeners,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.actor = actor;
        this.listeners = listeners;
        this.transaction = new TransactionTemplate(transactions);
        // What left is recorded whatever becomes of the transaction it was read in.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Writes what is exported and says how many rows it was. */
    public interface Body {

        long writeTo(OutputStream out) throws IOException;
    }

    /**
     * Exports under record.
     *
     * @param what it is, in the office's words
     * @param caseNo the one case it concerns, or null
     * @param filter which part was asked for, in words; empty for everything
     */
    public void export(String what, String caseNo, String filter, OutputStream out, Body body) throws IOException {
        export(what, caseNo, filter, actor.get(), out, body);
    }

    /** The same for whoever asked in another thread. */
    public void export(String what, String caseNo, String filter, Actor by, OutputStream out, Body body)
            throws IOException {
        Underway export = begin(what, caseNo, filter, by);
        MeasuredStream measured = new MeasuredStream(out);
        boolean whole = false;
        long count = 0;
        recording.set(true);
        try {
            count = body.writeTo(measured);
            measured.flush();
            whole = true;
        } finally {
            recording.remove();
            export.finish(measured.bytes(), whole ? measured.sha256() : null, whole ? count : null);
        }
    }

    /** Whether what this thread is writing is recorded already. */
    public boolean recording() {
        return Boolean.TRUE.equals(recording.get());
    }

    /** Records that an export begins; to be finished when its last byte has left. */
    public Underway begin(String what, String caseNo, String filter) {
        return begin(what, caseNo, filter, actor.get());
    }

    private Underway begin(String what, String caseNo, String filter, Actor by) {
        Long id = transaction.execute(status -> {
            rows.inTurn();
            Instant at = clock.instant();
            long added = rows.add(line(Kind.EXPORT, what, caseNo, filter, by, at));
            say("export.begun", at, by, data(added, what, caseNo, filter));
            return added;
        });
        return new Underway(id, by, data(id, what, caseNo, filter));
    }

    /** An export that has begun. */
    public final class Underway {

        private final long id;
        private final Actor by;
        private final Map<String, Object> data;

        private Underway(long id, Actor by, Map<String, Object> data) {
            this.id = id;
            this.by = by;
            this.data = data;
        }

        /**
         * Records how it ended.
         *
         * @param count rows or files, null when it was cut off
         */
        public void finish(long bytes, String sha256, Long count) {
            transaction.executeWithoutResult(status -> {
                rows.inTurn();
                Instant at = clock.instant();
                rows.finish(id, count, bytes, sha256, at);
                data.put("bytes", bytes);
                if (count != null) {
                    data.put("rows", count);
                    data.put("sha256", sha256);
                }
                say(count == null ? "export.cutOff" : "export.finished", at, by, data);
            });
        }
    }

    /**
     * Records that the person signed in gets a file that is kept by its hash; once in ten minutes for the same file, since
     * a page shows its photographs whenever it is looked at.
     */
    public void file(FileOut file) {
        Actor by = actor.get();
        String caseNo = file.caseNo() == null ? null : file.caseNo().value();
        transaction.executeWithoutResult(status -> {
            rows.inTurn();
            Instant at = clock.instant();
            Access line = line(Kind.EXPORT, file.what(), caseNo, file.name(), by, at);
            if (rows.addFile(line, file.sha256(), slot(at))) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("what", file.what());
                data.put("caseNo", caseNo);
                data.put("file", file.name());
                data.put("sha256", file.sha256());
                data.values().removeIf(Objects::isNull);
                say("file.taken", at, by, data);
            }
        });
    }

    private static long slot(Instant at) {
        return at.getEpochSecond() / SLOT_SECONDS;
    }

    /** Records that the person signed in looked at a case; once in ten minutes for the same page of it. */
    public void read(String what, String caseNo) {
        Actor by = actor.get();
        transaction.executeWithoutResult(status -> {
            rows.inTurn();
            Instant at = clock.instant();
            if (rows.addReading(line(Kind.READ, what, caseNo, "", by, at), slot(at))) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("what", what);
                data.put("caseNo", caseNo);
                say("case.read", at, by, data);
            }
        });
    }

    @EventListener
    void heard(Fact fact) {
        Kind kind = ON_CASES.get(fact.type());
        // A dossier by itself is an export of its own; one among many is named for each case.
        if (kind != null && !Boolean.TRUE.equals(fact.data().get("alone"))) {
            String what = kind == Kind.UNMASK ? "信访人身份" : "一案一档（随多案导出）";
            Object reason = fact.data().get(kind == Kind.UNMASK ? "purpose" : "reason");
            rows.addFinished(line(
                    kind, what, fact.caseNo().value(), reason == null ? "" : reason.toString(), fact.by(), fact.at()));
        }
    }

    /** A page of the list, the newest first. */
    public List<Access> page(AccessFilter filter, Long before, int size) {
        return rows.page(filter, before, size);
    }

    private void say(String type, Instant at, Actor by, Map<String, Object> data) {
        listeners.publishEvent(new AccessFact(type, at, by, data));
    }

    private static Map<String, Object> data(long id, String what, String caseNo, String filter) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("access", id);
        data.put("what", what);
        if (caseNo != null) {
            data.put("caseNo", caseNo);
        }
        if (filter != null && !filter.isEmpty()) {
            data.put("filter", filter);
        }
        return data;
    }

    private static Access line(Kind kind, String what, String caseNo, String detail, Actor by, Instant at) {
        return new Access(
                0,
                kind,
                what,
                caseNo,
                detail == null ? "" : detail,
                null,
                null,
                null,
                by.username(),
                by.name(),
                Channel.ofThisThread(),
                at,
                null);
    }
}
