package org.duban.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.duban.engine.RuleChanges.Change;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The office's rules 规则: every version of every decision table, and the only way a new one comes into force. What was
 * decided by an older version stands.
 */
@Service
public class RuleBook {

    /** Marks a deployment as the office's own, which the application's next version must not overrule. */
    static final String OFFICE = "office";

    private static final int LONGEST_REASON = 500;

    private final RepositoryService repository;
    private final EngineIdentity identity;
    private final Decisions decisions;
    private final List<DecisionCheck> checks;
    private final RuleChanges changes;
    private final Clock clock;
    private final Map<String, List<String>> inForceFaults = new ConcurrentHashMap<>();

    RuleBook(
            @Lazy RepositoryService repository,
            EngineIdentity identity,
            Decisions decisions,
            List<DecisionCheck> checks,
            RuleChanges changes,
            Clock clock) {
        this.repository = repository;
        this.identity = identity;
        this.decisions = decisions;
        this.checks = checks;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param change who brought it in and why; null for the ones that came with the application
     */
    public record Version(Decisions.Table table, Change change) {}

    /**
     * A file somebody wants to bring into force.
     *
     * @param basedOn the version in force when the person looked
     */
    public record Upload(String key, int basedOn, String fileName, byte[] dmn, String reason) {}

    /** A file that is no new version of its table, with every fault found. */
    public static final class Faulty extends Refusal {

        private static final long serialVersionUID = 1L;

        private final transient List<String> faults;

        Faulty(List<String> faults) {
            super("file", "文件有 " + faults.size() + " 处问题，没有启用，现行规则不变。请逐一改正后重新上传。");
            this.faults = faults;
        }

        public List<String> faults() {
            return faults;
        }
    }

    /** Every version of one table, the newest first; empty when there is no such table. */
    public List<Version> versions(String key) {
        Map<String, Change> known = changes.of(key);
        return decisions.versions(key).stream()
                .map(table -> new Version(table, known.get(table.id())))
                .toList();
    }

    /** The file of one version, as it was deployed. */
    public Optional<byte[]> file(String key, int version) {
        return definition(key, version).map(this::content);
    }

    /** The file that came with the application, when the one in force is the office's own. */
    public Optional<byte[]> shippedFile(String key) {
        return inForce(key)
                .filter(definition -> changes.of(key).containsKey(definition.getId()))
                .flatMap(RuleBook::shipped);
    }

    /**
     * What the version in force lacks: the application was renewed since and asks for more than the office's own table
     * answers.
     */
    public List<String> faultsInForce(String key) {
        return inForce(key)
                .map(definition -> inForceFaults.computeIfAbsent(definition.getId(), id -> faultsInForce(definition)))
                .orElse(List.of());
    }

    private List<String> faultsInForce(DecisionDefinition definition) {
        byte[] dmn = content(definition);
        Optional<byte[]> shipped = shipped(definition);
        if (shipped.isEmpty() || Arrays.equals(dmn, shipped.get())) {
            return List.of();
        }
        String key = definition.getKey();
        return faults(DecisionFile.read(key, dmn), dmn, DecisionFile.read(key, shipped.get()));
    }

    /**
     * Brings a file into force as the next version.
     *
     * @return its number
     * @throws Faulty with every fault the file has
     * @throws Refusal when it cannot be taken for another reason
     */
    @Transactional
    public int publish(Upload upload, Actor by) {
        String key = upload.key();
        changes.lock(key);
        DecisionDefinition before =
                inForce(key).orElseThrow(() -> new Refusal("key", "没有编号为“" + key + "”的规则，请返回规则设置重新选择。"));
        requireReason(upload.reason());
        if (before.getVersion() != upload.basedOn()) {
            throw new Refusal("basedOn", "您查看以后，这张表已更新为第 " + before.getVersion() + " 版。请下载现行文件，把您的修改并入后重新上传。");
        }
        byte[] known = content(before);
        DecisionFile now = DecisionFile.read(key, upload.dmn());
        if (Arrays.equals(known, upload.dmn())) {
            throw new Refusal("file", "文件与现行第 " + before.getVersion() + " 版完全相同，无需上传。");
        }
        List<String> faults = faults(now, upload.dmn(), DecisionFile.read(key, known));
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
        DecisionDefinition deployed = deploy(before.getResourceName(), upload);
        changes.add(
                deployed.getId(),
                key,
                new Change(by.username(), by.name(), upload.reason().strip(), upload.fileName(), clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                decisions.forget();
            }
        });
        return deployed.getVersion();
    }

    private List<String> faults(DecisionFile now, byte[] dmn, DecisionFile before) {
        List<String> faults = new ArrayList<>(DecisionFaults.of(now, before));
        if (faults.isEmpty()) {
            checks.stream()
                    .filter(check -> check.key().equals(now.key()))
                    .forEach(check -> faults.addAll(check.faults(dmn)));
        }
        return faults;
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("reason", "请填写修改原因，例如依据的文件名称和文号。");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new Refusal("reason", "修改原因请控制在 " + LONGEST_REASON + " 字以内。");
        }
    }

    private DecisionDefinition deploy(String resource, Upload upload) {
        return asApplication(() -> repository
                .createDeployment()
                .name(upload.key())
                .source(OFFICE)
                .addInputStream(resource, new ByteArrayInputStream(upload.dmn()))
                .deployWithResult()
                .getDeployedDecisionDefinitions()
                .get(0));
    }

    private Optional<DecisionDefinition> inForce(String key) {
        return asApplication(() -> Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult()));
    }

    private Optional<DecisionDefinition> definition(String key, int version) {
        return asApplication(() -> Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .decisionDefinitionVersion(version)
                .singleResult()));
    }

    private byte[] content(DecisionDefinition definition) {
        return asApplication(() -> bytes(repository.getDecisionModel(definition.getId())));
    }

    private static Optional<byte[]> shipped(DecisionDefinition definition) {
        InputStream file = RuleBook.class.getClassLoader().getResourceAsStream(definition.getResourceName());
        return Optional.ofNullable(file).map(RuleBook::bytes);
    }

    private static byte[] bytes(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T asApplication(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        identity.asApplication(() -> answer.set(question.get()));
        return answer.get();
    }
}
