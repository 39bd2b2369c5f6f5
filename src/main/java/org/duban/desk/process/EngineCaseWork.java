package org.duban.desk.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.duban.desk.CaseWork;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.organisation.SignedIn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the engine as the application itself: whether the person may see the case was decided before, and a clerk who
 * waits for another unit shall see for whom.
 */
@Component
class EngineCaseWork implements CaseWork {

    /** Processes that run beside the case's own. */
    private static final List<String> APPROVALS =
            List.of("DeadlineExtension", "DeadlineSuspension", "ProblemReassignment", "PaperService");

    private final TaskService tasks;
    private final HistoryService history;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final EngineIdentity engine;
    private final SignedIn signedIn;

    EngineCaseWork(
            @Lazy TaskService tasks,
            @Lazy HistoryService history,
            @Lazy RepositoryService repository,
            @Lazy IdentityService identity,
            EngineIdentity engine,
            SignedIn signedIn) {
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
        this.engine = engine;
        this.signedIn = signedIn;
    }

    @Override
    public List<OpenWork> open(CaseNo no) {
        Optional<String> reader = signedIn.username();
        return asApplication(() -> {
            Set<String> mine = reader.map(this::groups).orElse(Set.of());
            return tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(no.value())
                    .orderByTaskCreateTime()
                    .asc()
                    .list()
                    .stream()
                    .map(task -> work(task, mine))
                    .toList();
        });
    }

    private OpenWork work(Task task, Set<String> mine) {
        Set<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new OpenWork(
                task.getId(),
                task.getName(),
                groups,
                task.getAssignee(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                groups.stream().anyMatch(mine::contains));
    }

    private Set<String> groups(String username) {
        return identity.createGroupQuery().groupMember(username).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Steps> steps(CaseNo no) {
        return asApplication(() -> latest(no).map(this::steps));
    }

    private Steps steps(HistoricProcessInstance run) {
        Set<String> current = new LinkedHashSet<>();
        Set<String> done = new LinkedHashSet<>();
        for (HistoricActivityInstance step : history.createHistoricActivityInstanceQuery()
                .processInstanceId(run.getId())
                .list()) {
            (step.getEndTime() == null ? current : done).add(step.getActivityId());
        }
        return new Steps(current, done);
    }

    @Override
    public Optional<String> model(CaseNo no) {
        return asApplication(() ->
                latest(no).map(HistoricProcessInstance::getProcessDefinitionId).map(this::read));
    }

    private String read(String definition) {
        try (InputStream model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<HistoricProcessInstance> latest(CaseNo no) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no.value())
                .processDefinitionKeyNotIn(APPROVALS)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private <T> T asApplication(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        engine.asApplication(() -> answer.set(question.get()));
        return answer.get();
    }
}
