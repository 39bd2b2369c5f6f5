package org.duban.deadline.process;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.MovedTimers;
import org.duban.deadline.OfficeHours;
import org.duban.engine.EngineIdentity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The engine's side of a deadline: setting a task's due date does not move its timer, and moving a timer does not move
 * the task, so both are done here and nowhere else.
 */
@Component
class EngineTimers implements MovedTimers {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final EngineIdentity identity;
    private final OfficeHours hours;

    EngineTimers(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService jobs,
            EngineIdentity identity,
            OfficeHours hours) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
        this.identity = identity;
        this.hours = hours;
    }

    @Override
    public void moved(LedgerEntry entry) {
        identity.asApplication(() -> {
            if (entry.kind() == LedgerKind.TASK) {
                moveTask(entry);
            }
            if (entry.course().timerElement() != null) {
                moveTimer(entry);
            }
        });
    }

    private void moveTask(LedgerEntry entry) {
        Date due = Date.from(entry.taskDueAt(hours));
        tasks.createTaskQuery()
                .activityInstanceIdIn(entry.key())
                .list()
                .forEach(task -> tasks.setDueDate(task.getId(), due));
    }

    private void moveTimer(LedgerEntry entry) {
        Date fires = Date.from(entry.timerAt());
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(entry.caseNo().value())
                .list()
                .stream()
                .flatMap(instance -> jobs
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(entry.course().timerElement())
                        .list()
                        .stream())
                .forEach(job -> jobs.setJobDuedate(job.getId(), fires));
    }
}
