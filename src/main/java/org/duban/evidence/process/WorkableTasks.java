package org.duban.evidence.process;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.evidence.NotYours;
import org.duban.evidence.OpenTask;
import org.duban.evidence.OpenTasks;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.SignedIn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine who may work on a task, so that evidence follows the same rights as the task itself. */
@Component
class WorkableTasks implements OpenTasks {

    private static final String REFUSED = "这项任务已经办结，或者不由您办理，不能上传或修改佐证材料。请刷新任务列表。";

    private final TaskService tasks;
    private final RuntimeService instances;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final EngineIdentity engine;
    private final SignedIn signedIn;

    WorkableTasks(
            @Lazy TaskService tasks,
            @Lazy RuntimeService instances,
            @Lazy IdentityService identity,
            @Lazy AuthorizationService authorizations,
            EngineIdentity engine,
            SignedIn signedIn) {
        this.tasks = tasks;
        this.instances = instances;
        this.identity = identity;
        this.authorizations = authorizations;
        this.engine = engine;
        this.signedIn = signedIn;
    }

    @Override
    public OpenTask workedOnByMe(String taskId) {
        String me = signedIn.username().orElseThrow(() -> new NotYours(REFUSED));
        AtomicReference<OpenTask> found = new AtomicReference<>();
        engine.asApplication(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).active().singleResult();
            if (task == null || !mayWork(me, task)) {
                throw new NotYours(REFUSED);
            }
            if (task.getAssignee() != null && !task.getAssignee().equals(me)) {
                throw new NotYours("这项任务已由同事认领，请由认领人上传佐证材料。");
            }
            found.set(new OpenTask(taskId, caseNo(task), unit(taskId)));
        });
        return found.get();
    }

    private boolean mayWork(String me, Task task) {
        List<String> groups = identity.createGroupQuery().groupMember(me).list().stream()
                .map(Group::getId)
                .toList();
        return authorizations.isUserAuthorized(me, groups, Permissions.TASK_WORK, Resources.TASK, task.getId());
    }

    private CaseNo caseNo(Task task) {
        return CaseNo.of(instances
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    // The unit is in the name of the candidate group: unit350582, unit350582head.
    private UnitCode unit(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.startsWith("unit"))
                .map(group -> group.replaceFirst("^unit", "").replaceFirst("head$", ""))
                .map(UnitCode::of)
                .findFirst()
                .orElse(null);
    }
}
