package org.duban.launch.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.engine.TaskForm;
import org.duban.kernel.CaseNo;
import org.duban.launch.CityClock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a player does with a case's tasks and timers at a moment of the past. */
@Component
class SampleHands {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final EngineIdentity identity;
    private final CityClock clock;
    private final ObjectMapper json;

    SampleHands(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService jobs,
            EngineIdentity identity,
            CityClock clock,
            ObjectMapper json) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.clock = clock;
        this.json = json;
    }

    /** Does it at that time and lets the case's flow go on to the next person. */
    void at(Instant time, CaseNo no, Runnable work) {
        at(time, () -> {
            work.run();
            continueFlow(no);
        });
    }

    void at(Instant time, Runnable work) {
        try {
            clock.at(time, () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<Task> tasks(CaseNo no, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no.value())
                .taskDefinitionKey(element)
                .list();
    }

    String variable(Task task, String name) {
        return (String) tasks.getVariable(task.getId(), name);
    }

    void complete(Task task, String username, Map<String, ?> form) {
        identity.asPerson(username, () -> {
            tasks.claim(task.getId(), username);
            tasks.complete(task.getId(), Map.of(TaskForm.VARIABLE, write(form)));
        });
    }

    /** When the timer at that element fires, if it is waiting. */
    Optional<Instant> timer(CaseNo no, String element) {
        return timers(no, element).stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    void fire(CaseNo no, String element) {
        timers(no, element).forEach(this::execute);
    }

    // Save points are jobs; in the past they are run here and at once, because the job executor lives today.
    private void continueFlow(CaseNo no) {
        List<Job> ready = continuations(no);
        while (!ready.isEmpty()) {
            ready.forEach(this::execute);
            ready = continuations(no);
        }
    }

    private List<Job> continuations(CaseNo no) {
        Set<String> instances = instances(no);
        return instances.isEmpty()
                ? List.of()
                : jobs.createJobQuery().processInstanceIds(instances).messages().list();
    }

    // One instance at a time: the engine's query for several with an activity is no SQL.
    private List<Job> timers(CaseNo no, String element) {
        return instances(no).stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance).activityId(element).timers().list().stream())
                .toList();
    }

    private Set<String> instances(CaseNo no) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(no.value()).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private void execute(Job job) {
        identity.asApplication(() -> jobs.executeJob(job.getId()));
    }

    private String write(Map<String, ?> form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
