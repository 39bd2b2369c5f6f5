package org.duban.engine.history;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;

/** Puts the engine's history events into plain values at the moment they are made; later they change. */
final class HistoryWords {

    private HistoryWords() {}

    /** Mostly one; none for what only repeats another event, several for a decision that asks others. */
    static List<Said> of(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity activity) {
            return activity(activity);
        }
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            return one("task." + task.getEventType(), task(task));
        }
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return VariableWords.of(variable);
        }
        if (event instanceof HistoricProcessInstanceEventEntity process) {
            return one("process." + process.getEventType(), process(process));
        }
        if (event instanceof UserOperationLogEntryEventEntity operation) {
            return List.of(new Said(
                    "operation",
                    Interventions.is(operation),
                    operation(operation).map()));
        }
        if (event instanceof HistoricIdentityLinkLogEventEntity link) {
            return one("link." + link.getOperationType(), link(link));
        }
        if (event instanceof HistoricJobLogEvent job) {
            return job(job);
        }
        if (event instanceof HistoricIncidentEventEntity incident) {
            return one("incident." + incident.getEventType(), incident(incident));
        }
        if (event instanceof HistoricDecisionEvaluationEvent decision) {
            return DecisionWords.of(decision);
        }
        if (event instanceof HistoricExternalTaskLogEntity external) {
            return one("external." + external.getEventType(), external(external));
        }
        return one("engine." + event.getEventType(), new Values().put("id", event.getId()));
    }

    static List<Said> one(String kind, Values values) {
        return List.of(new Said(kind, false, values.map()));
    }

    private static List<Said> activity(HistoricActivityInstanceEventEntity activity) {
        boolean update = activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE);
        if (update && activity.getCalledProcessInstanceId() == null) {
            // An assignment, which the task's own event tells in full.
            return List.of();
        }
        return one(
                "activity." + activity.getEventType(),
                new Values()
                        .put("element", activity.getActivityId())
                        .put("name", activity.getActivityName())
                        .put("type", activity.getActivityType())
                        .put("activity", activity.getActivityInstanceId())
                        .put("parent", parent(activity))
                        .put("task", activity.getTaskId())
                        .put("called", activity.getCalledProcessInstanceId())
                        .mark("canceled", activity.isCanceled()));
    }

    // On the top level the parent is the process instance itself.
    private static String parent(HistoricActivityInstanceEventEntity activity) {
        String parent = activity.getParentActivityInstanceId();
        return parent == null || parent.equals(activity.getProcessInstanceId()) ? null : parent;
    }

    private static Values task(HistoricTaskInstanceEventEntity task) {
        return new Values()
                .put("task", task.getTaskId())
                .put("element", task.getTaskDefinitionKey())
                .put("name", task.getName())
                .put("activity", task.getActivityInstanceId())
                .put("assignee", task.getAssignee())
                .put("owner", task.getOwner())
                .put("due", task.getDueDate())
                .put("followUp", task.getFollowUpDate())
                .put("priority", task.getPriority() == 50 ? null : task.getPriority())
                .put("reason", "completed".equals(task.getDeleteReason()) ? null : task.getDeleteReason());
    }

    private static Values process(HistoricProcessInstanceEventEntity process) {
        return new Values()
                .put("businessKey", process.getBusinessKey())
                .put("state", process.getState())
                .put("startedBy", process.getStartUserId())
                .put("caller", process.getSuperProcessInstanceId())
                .put("restarted", process.getRestartedProcessInstanceId())
                .put("reason", process.getDeleteReason());
    }

    private static Values operation(UserOperationLogEntryEventEntity operation) {
        return new Values()
                .put("operation", operation.getOperationType())
                .put("entity", operation.getEntityType())
                .put("category", operation.getCategory())
                .put("id", operation.getOperationId())
                .put("user", operation.getUserId())
                .put("property", operation.getProperty())
                .put("before", operation.getOrgValue())
                .put("after", operation.getNewValue())
                .put("task", operation.getTaskId())
                .put("job", operation.getJobId())
                .put("batch", operation.getBatchId())
                .put("annotation", operation.getAnnotation());
    }

    private static Values link(HistoricIdentityLinkLogEventEntity link) {
        return new Values()
                .put("task", link.getTaskId())
                .put("type", link.getType())
                .put("user", link.getUserId())
                .put("group", link.getGroupId())
                .put("by", link.getAssignerId());
    }

    private static List<Said> job(HistoricJobLogEvent job) {
        Values values = new Values()
                .put("job", job.getJobId())
                .put("element", job.getActivityId())
                .put("type", job.getJobDefinitionType())
                .put("due", job.getJobDueDate())
                .put("batch", job.getBatchId());
        if (!job.isFailureLog()) {
            return one(job.isCreationLog() ? "job.create" : job.isSuccessLog() ? "job.success" : "job.delete", values);
        }
        return one(
                "job.fail",
                values.put("retries", job.getJobRetries())
                        .put("failedAt", job.getFailedActivityId())
                        .put("message", job.getJobExceptionMessage())
                        .put("host", job.getHostname()));
    }

    private static Values incident(HistoricIncidentEventEntity incident) {
        return new Values()
                .put("incident", incident.getId())
                .put("type", incident.getIncidentType())
                .put("element", incident.getActivityId())
                .put("failedAt", incident.getFailedActivityId())
                .put("job", incident.getConfiguration())
                .put("message", incident.getIncidentMessage())
                .put("annotation", incident.getAnnotation());
    }

    private static Values external(HistoricExternalTaskLogEntity external) {
        return new Values()
                .put("external", external.getExternalTaskId())
                .put("topic", external.getTopicName())
                .put("worker", external.getWorkerId())
                .put("element", external.getActivityId())
                .put("retries", external.getRetries())
                .put("message", external.getErrorMessage());
    }
}
