package org.duban.engine.history;

import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;

/**
 * Tells a person's ordinary work on tasks from reaching into the engine by hand. Whatever is not known to be ordinary
 * counts as an intervention, so that an operation nobody thought of stands out rather than hides.
 */
final class Interventions {

    private static final Set<String> ORDINARY_ON_TASKS = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            UserOperationLogEntry.OPERATION_TYPE_SET_FOLLOW_UP_DATE,
            UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT);

    // Set up people, groups, rights and filters: administration, told apart from work on a case by its own record.
    private static final Set<String> ADMINISTRATION = Set.of(
            EntityTypes.USER,
            EntityTypes.GROUP,
            EntityTypes.GROUP_MEMBERSHIP,
            EntityTypes.TENANT,
            EntityTypes.TENANT_MEMBERSHIP,
            EntityTypes.AUTHORIZATION,
            EntityTypes.FILTER);

    private static final Set<String> STARTS =
            Set.of(UserOperationLogEntry.OPERATION_TYPE_CREATE, UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE);

    private Interventions() {}

    static boolean is(UserOperationLogEntryEventEntity operation) {
        String entity = operation.getEntityType();
        String type = operation.getOperationType();
        if (ADMINISTRATION.contains(entity)) {
            return false;
        }
        if (EntityTypes.TASK.equals(entity)) {
            return !(ORDINARY_ON_TASKS.contains(type) || givenBack(operation));
        }
        return !(EntityTypes.PROCESS_INSTANCE.equals(entity) && STARTS.contains(type)
                || EntityTypes.DEPLOYMENT.equals(entity) && STARTS.contains(type)
                || UserOperationLogEntry.OPERATION_TYPE_EVALUATE.equals(type));
    }

    // Unclaiming is logged as an assignment to nobody.
    private static boolean givenBack(UserOperationLogEntryEventEntity operation) {
        return (UserOperationLogEntry.OPERATION_TYPE_ASSIGN.equals(operation.getOperationType())
                        || UserOperationLogEntry.OPERATION_TYPE_CLAIM.equals(operation.getOperationType()))
                && operation.getNewValue() == null;
    }
}
