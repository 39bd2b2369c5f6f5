package org.duban.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads what a task form filed: one transport variable {@code form} holding a command as JSON. The variable is removed
 * once read, so that business data stays in the domain's tables.
 */
@Component
public class TaskForm {

    /** Name of the transport variable. */
    public static final String VARIABLE = "form";

    private final ObjectMapper json;
    private final ObjectProvider<EngineWitness> witnesses;

    TaskForm(ObjectMapper json, ObjectProvider<EngineWitness> witnesses) {
        this.json = json;
        this.witnesses = witnesses;
    }

    /**
     * The command the form filed.
     *
     * @throws Refusal when nothing was filed or a value cannot be read; names the field
     */
    public <T> T read(DelegateTask task, Class<T> command) {
        Object filed = task.getVariable(VARIABLE);
        if (filed == null) {
            throw new Refusal("没有收到表单内容，请在任务列表中打开表单填写后再提交。");
        }
        String text = filed instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : filed.toString();
        try {
            T value = json.readValue(text, command);
            task.removeVariable(VARIABLE);
            tell(task, text);
            return value;
        } catch (InvalidFormatException e) {
            String field = e.getPath().stream()
                    .map(reference -> String.valueOf(reference.getFieldName()))
                    .collect(Collectors.joining("."));
            throw new Refusal(field, "“" + e.getValue() + "”无法识别，请检查填写的内容(日期应如 2026-03-31)。");
        } catch (JsonProcessingException e) {
            throw new Refusal("表单内容无法读取，请刷新页面后重新填写提交。");
        }
    }

    // The variable is transient and leaves no trace in the engine's history.
    private void tell(DelegateTask task, String text) {
        String definition = task.getProcessDefinitionId();
        EngineEvent filed = new EngineEvent(
                task.getExecution().getProcessBusinessKey(),
                definition.substring(0, definition.indexOf(':')),
                task.getProcessInstanceId(),
                definition,
                "form",
                false,
                Map.of("task", task.getId(), "element", task.getTaskDefinitionKey(), "filed", text));
        witnesses.orderedStream().forEach(witness -> witness.saw(filed));
    }
}
