package org.duban.engine.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.duban.engine.EngineEvent;

/**
 * Knows the business key of the process instance an event belongs to; most events carry only the instance's id. Ids are
 * never used twice and a key is given at the start, so what was found once holds.
 */
final class InstanceKeys {

    private static final int MOST = 20_000;

    private record Known(String businessKey, String process, String definition) {}

    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    });

    EngineEvent event(HistoryEvent event, Said said) {
        String instance = instance(event);
        Known of = event instanceof HistoricProcessInstanceEventEntity process ? remember(process) : find(instance);
        String definition = event.getProcessDefinitionId();
        String process = event.getProcessDefinitionKey();
        return new EngineEvent(
                of == null ? null : of.businessKey(),
                of == null ? processOf(process, definition) : of.process(),
                instance,
                definition != null || of == null ? definition : of.definition(),
                said.kind(),
                said.intervention(),
                said.values());
    }

    // Links of people and groups name their task only.
    private static String instance(HistoryEvent event) {
        String instance = event.getProcessInstanceId();
        if (instance == null && event instanceof HistoricIdentityLinkLogEventEntity link && link.getTaskId() != null) {
            TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(link.getTaskId());
            instance = task == null ? link.getRootProcessInstanceId() : task.getProcessInstanceId();
        }
        return instance;
    }

    EngineEvent event(ExecutionEntity execution, Said said) {
        Known of = find(execution.getProcessInstanceId());
        return new EngineEvent(
                of == null ? null : of.businessKey(),
                of == null ? processOf(null, execution.getProcessDefinitionId()) : of.process(),
                execution.getProcessInstanceId(),
                execution.getProcessDefinitionId(),
                said.kind(),
                said.intervention(),
                said.values());
    }

    private Known remember(HistoricProcessInstanceEventEntity started) {
        String key = started.getBusinessKey();
        String caller = started.getSuperProcessInstanceId();
        Known of = known.get(started.getProcessInstanceId());
        if (key == null && of == null && caller != null) {
            Known calling = find(caller);
            key = calling == null ? null : calling.businessKey();
        }
        if (of == null || key != null && !key.equals(of.businessKey())) {
            of = new Known(
                    key,
                    processOf(started.getProcessDefinitionKey(), started.getProcessDefinitionId()),
                    started.getProcessDefinitionId());
            known.put(started.getProcessInstanceId(), of);
        }
        return of;
    }

    private Known find(String instance) {
        if (instance == null) {
            return null;
        }
        Known of = known.get(instance);
        if (of == null) {
            of = read(instance);
            if (of != null) {
                known.put(instance, of);
            }
        }
        return of;
    }

    private Known read(String instance) {
        var context = Context.getCommandContext();
        ExecutionEntity running = context.getExecutionManager().findExecutionById(instance);
        if (running != null) {
            String key = running.getBusinessKey();
            ExecutionEntity caller = running.getSuperExecution();
            if (key == null && caller != null) {
                Known calling = find(caller.getProcessInstanceId());
                key = calling == null ? null : calling.businessKey();
            }
            String definition = running.getProcessDefinitionId();
            return new Known(key, processOf(null, definition), definition);
        }
        HistoricProcessInstanceEventEntity over =
                context.getHistoricProcessInstanceManager().findHistoricProcessInstance(instance);
        return over == null
                ? null
                : new Known(
                        over.getBusinessKey(),
                        processOf(over.getProcessDefinitionKey(), over.getProcessDefinitionId()),
                        over.getProcessDefinitionId());
    }

    // An id of a definition reads key:version:id.
    private static String processOf(String key, String definition) {
        if (key != null || definition == null) {
            return key;
        }
        int colon = definition.indexOf(':');
        return colon < 0 ? definition : definition.substring(0, colon);
    }
}
