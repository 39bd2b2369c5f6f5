package org.duban.engine.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.duban.engine.TaskForm;

/**
 * Variables with their values; long bytes stand there by their hash. What a task form files is told by the form itself,
 * once, and not as a variable that is made and dropped.
 */
final class VariableWords {

    private static final int LONGEST = 4_000;

    private VariableWords() {}

    static List<Said> of(HistoricVariableUpdateEventEntity variable) {
        if (variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL)) {
            // Only repeats, in detail, an update that is told by itself.
            return List.of();
        }
        if (TaskForm.VARIABLE.equals(variable.getVariableName())) {
            return List.of();
        }
        boolean deleted = variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE);
        Values values = new Values()
                .put("variable", variable.getVariableName())
                .put("scope", scope(variable))
                .put("task", variable.getTaskId())
                .put("operation", variable.getUserOperationId());
        if (!deleted) {
            values.put("type", variable.getSerializerName());
            value(variable, values);
        }
        return HistoryWords.one("variable." + variable.getEventType(), values);
    }

    private static String scope(HistoricVariableUpdateEventEntity variable) {
        String scope = variable.getScopeActivityInstanceId();
        return scope == null || scope.equals(variable.getProcessInstanceId()) ? null : scope;
    }

    private static void value(HistoricVariableUpdateEventEntity variable, Values values) {
        String type = variable.getSerializerName();
        byte[] bytes = variable.getByteValue();
        if (bytes != null) {
            values.put("sha256", sha256(bytes)).put("bytes", bytes.length);
            boolean readable = variable.getTextValue2() != null || "json".equals(type);
            if (readable && bytes.length <= LONGEST) {
                values.put("value", new String(bytes, StandardCharsets.UTF_8));
            }
        } else if ("boolean".equals(type)) {
            values.put("value", variable.getLongValue() == null ? null : variable.getLongValue() == 1L);
        } else if ("date".equals(type)) {
            values.put("value", instant(variable.getLongValue()));
        } else if (variable.getDoubleValue() != null) {
            values.put("value", variable.getDoubleValue());
        } else if (variable.getLongValue() != null) {
            values.put("value", variable.getLongValue());
        } else {
            values.put("value", variable.getTextValue());
        }
    }

    private static String instant(Long milliseconds) {
        return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds).toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
