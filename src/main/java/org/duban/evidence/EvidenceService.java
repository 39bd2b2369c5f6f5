package org.duban.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.evidence.store.EvidenceFiles;
import org.duban.evidence.store.EvidenceRows;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handing in and reading evidence. Handing in, describing and removing need a task the person may work on; reading needs
 * a case the person may see. What is filed stays as it is.
 */
@Service
public class EvidenceService {

    private final EvidenceRows rows;
    private final EvidenceFiles files;
    private final OpenTasks tasks;
    private final ObjectProvider<CaseVisibility> visibility;
    private final CurrentActor actor;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidenceService(
            EvidenceRows rows,
            EvidenceFiles files,
            OpenTasks tasks,
            ObjectProvider<CaseVisibility> visibility,
            CurrentActor actor,
            ApplicationEventPublisher listeners,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.tasks = tasks;
        this.visibility = visibility;
        this.actor = actor;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a file. The same file again under the same criterion of the same task is the same piece of evidence. Day and
     * place not given are taken from the photo. Reads the stream once and never holds the file in memory.
     *
     * @throws TooLarge when the file has more than {@link TooLarge#LIMIT} bytes
     * @throws Refusal when it is no photo and no PDF, or a date lies ahead
     */
    public Handed store(NewEvidence given, InputStream bytes) throws IOException {
        OpenTask task = tasks.workedOnByMe(given.taskId());
        if (given.caseNo() != null && !given.caseNo().equals(task.caseNo())) {
            throw new Refusal("caseNo", "任务不属于案号 " + given.caseNo() + ",请刷新页面后重新上传。");
        }
        refuseFuture(given.takenOn());
        EvidenceFiles.Kept kept = files.keep(bytes);
        PhotoFacts photo = PhotoFacts.of(kept.path(), kept.kind());
        LocalDate photoDay = photo.takenOn() == null || photo.takenOn().isAfter(today()) ? null : photo.takenOn();
        return handed(add(new Evidence(
                UUID.randomUUID(),
                kept.sha256(),
                given.fileName(),
                kept.kind(),
                kept.size(),
                task.caseNo(),
                task.id(),
                given.criterion(),
                task.unit(),
                given.takenOn() != null ? given.takenOn() : photoDay,
                given.place() != null ? given.place() : photo.place(),
                actor.get().username(),
                clock.instant(),
                null)));
    }

    /** Hands earlier evidence of the case in again with another task, when a report was sent back. */
    public Handed handInAgain(UUID id, String taskId, String criterion) {
        Evidence earlier = seen(id);
        OpenTask task = tasks.workedOnByMe(taskId);
        if (!task.caseNo().equals(earlier.caseNo())) {
            throw new Refusal("这份材料属于另一案件，不能沿用，请重新上传。");
        }
        NewEvidence said = new NewEvidence(
                earlier.fileName(), task.caseNo(), taskId, criterion, earlier.takenOn(), earlier.place());
        return handed(add(new Evidence(
                UUID.randomUUID(),
                earlier.sha256(),
                said.fileName(),
                earlier.kind(),
                earlier.size(),
                task.caseNo(),
                task.id(),
                said.criterion(),
                task.unit(),
                said.takenOn(),
                said.place(),
                actor.get().username(),
                clock.instant(),
                null)));
    }

    /** Says when and where it was taken; null empties the field. */
    public Handed describe(UUID id, LocalDate takenOn, String place) {
        openToMe(id);
        refuseFuture(takenOn);
        transaction.executeWithoutResult(status -> {
            if (!rows.describe(id, takenOn, NewEvidence.placed(place))) {
                throw filedAlready();
            }
            rows.byId(id)
                    .ifPresent(
                            now -> listeners.publishEvent(EvidenceFact.described(now, clock.instant(), actor.get())));
        });
        return handed(seen(id));
    }

    /** Takes evidence back before it is filed; the row stays for the record, the file for the sweep. */
    public void remove(UUID id) {
        Evidence evidence = openToMe(id);
        transaction.executeWithoutResult(status -> {
            Instant at = clock.instant();
            if (!rows.remove(id, at)) {
                throw filedAlready();
            }
            listeners.publishEvent(EvidenceFact.removed(evidence, at, actor.get()));
        });
    }

    /** Everything handed in with that task. Looks at no rights: for use inside a use case. */
    public List<Evidence> byTask(String taskId) {
        return rows.byTask(taskId);
    }

    /** Everything handed in for that case, oldest first. Looks at no rights: for use inside a use case. */
    public List<Evidence> byCase(CaseNo caseNo) {
        return rows.byCase(caseNo);
    }

    /** Closes the task's evidence against change, in the transaction that completes the task. */
    @Transactional
    public void fileFor(String taskId) {
        Instant at = clock.instant();
        List<Evidence> filed = rows.file(taskId, at);
        if (!filed.isEmpty()) {
            Actor by = actor.get();
            filed.forEach(evidence -> listeners.publishEvent(EvidenceFact.filed(evidence, at, by)));
        }
    }

    /** As {@link #byTask}, for the person of this thread: what may not be seen is left out. */
    public List<Handed> listByTask(String taskId) {
        return rows.byTask(taskId).stream()
                .filter(evidence -> maySee(evidence.caseNo()))
                .map(this::handed)
                .toList();
    }

    /** @throws UnknownEvidence when the person may not see the case */
    public List<Handed> listByCase(CaseNo caseNo) {
        if (!maySee(caseNo)) {
            throw new UnknownEvidence();
        }
        return rows.byCase(caseNo).stream().map(this::handed).toList();
    }

    /** @throws UnknownEvidence when there is none of that id or the person may not see its case */
    public Evidence seen(UUID id) {
        return rows.byId(id).filter(evidence -> maySee(evidence.caseNo())).orElseThrow(UnknownEvidence::new);
    }

    /** Where the bytes lie. */
    public Path file(Evidence evidence) {
        return files.path(evidence.sha256());
    }

    /** Where the file of that hash lies, also when its evidence was taken back. Looks at no rights. */
    public Path place(String sha256) {
        return files.path(sha256);
    }

    // The transaction begins only here: nobody holds a connection while a slow upload goes on.
    private Evidence add(Evidence given) {
        return transaction.execute(status -> {
            Evidence kept = rows.insert(given);
            if (kept.id().equals(given.id())) {
                listeners.publishEvent(EvidenceFact.handedIn(kept, actor.get()));
            }
            return kept;
        });
    }

    private Evidence openToMe(UUID id) {
        Evidence evidence = rows.byId(id).orElseThrow(UnknownEvidence::new);
        if (evidence.filed()) {
            throw filedAlready();
        }
        tasks.workedOnByMe(evidence.taskId());
        return evidence;
    }

    private Handed handed(Evidence evidence) {
        List<CaseNo> others = rows.othersWith(evidence.sha256(), evidence.caseNo());
        return new Handed(evidence, others.stream().filter(this::maySee).toList(), others.size());
    }

    private boolean maySee(CaseNo caseNo) {
        return visibility.stream().anyMatch(owner -> owner.maySee(caseNo));
    }

    private void refuseFuture(LocalDate takenOn) {
        if (takenOn != null && takenOn.isAfter(today())) {
            throw new Refusal("takenOn", "拍摄日期 " + takenOn + " 晚于今天，请核对后填写。");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Refusal filedAlready() {
        return new Refusal("这份佐证材料已随任务提交，不能再修改或删除。");
    }
}
