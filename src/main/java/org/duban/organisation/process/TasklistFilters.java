package org.duban.organisation.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The lists a clerk finds on the left of Tasklist. Each names the person's own candidate groups, which keeps the query
 * narrow however many tasks the city has.
 */
@Component
class TasklistFilters {

    private static final String GROUPS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TasklistFilters(@Lazy FilterService filters, @Lazy TaskService tasks, @Lazy AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    void provision() {
        Map<String, TaskQuery> wanted = new LinkedHashMap<>();
        wanted.put("待办任务", unitTasks());
        wanted.put("我认领的", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        wanted.put(
                "一周内到期", unitTasks().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(7)}"));
        wanted.put("已超期", unitTasks().dueBeforeExpression("${now()}"));
        wanted.put("被退回", unitTasks().taskVariableValueEquals("cameBack", true));
        int position = 0;
        for (Map.Entry<String, TaskQuery> filter : wanted.entrySet()) {
            save(filter.getKey(), filter.getValue(), position++);
        }
    }

    private TaskQuery unitTasks() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(GROUPS).includeAssignedTasks();
    }

    private void save(String name, TaskQuery query, int position) {
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "case", "label", "案件")));
        filter.setProperties(properties);
        filters.saveFilter(filter);
        visibleToAll(filter.getId());
    }

    private void visibleToAll(String filterId) {
        boolean present = authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .resourceId(filterId)
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .count()
                > 0;
        if (!present) {
            Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            everybody.setResource(Resources.FILTER);
            everybody.setResourceId(filterId);
            everybody.addPermission(Permissions.READ);
            authorizations.saveAuthorization(everybody);
        }
    }
}
