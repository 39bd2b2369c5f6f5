package org.duban.problem.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.duban.organisation.Units;
import org.duban.problem.OpenTasks;
import org.duban.problem.OpenTasks.OpenTask;
import org.duban.problem.ProblemFile;
import org.duban.problem.Problems;
import org.duban.problem.SentBack;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a task form shows: the task, the whole case, the units to choose from, and why it came back. */
@RestController
@Tag(name = "tasks")
class TaskApi {

    private final OpenTasks tasks;
    private final Problems files;
    private final Units units;

    TaskApi(OpenTasks tasks, Problems files, Units units) {
        this.tasks = tasks;
        this.files = files;
        this.units = units;
    }

    /** {@code sentBack} and {@code unit} are present and null when there is none, so that a form need not guess. */
    record TaskFile(
            String taskId,
            String element,
            String name,
            Instant dueAt,
            String caseNo,
            @JsonInclude(JsonInclude.Include.ALWAYS) String unit,
            @JsonInclude(JsonInclude.Include.ALWAYS) String assignee,
            @JsonInclude(JsonInclude.Include.ALWAYS) Long request,
            @JsonProperty("case") ProblemFile file,
            List<UnitChoice> units,
            @JsonInclude(JsonInclude.Include.ALWAYS) SentBack sentBack) {}

    record UnitChoice(String code, String name, String kind) {}

    @GetMapping("/api/tasks/{taskId}")
    @Operation(summary = "A task with its case, for those who have the task in their list; 404 for others")
    TaskFile task(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId).orElseThrow(NotForYou::noSuchTask);
        ProblemFile file = files.file(task.no()).orElseThrow(NotForYou::noSuchTask);
        return new TaskFile(
                task.taskId(),
                task.element(),
                task.name(),
                task.dueAt(),
                task.no().value(),
                task.unit(),
                task.assignee(),
                task.request(),
                file,
                units.workable().stream()
                        .map(unit -> new UnitChoice(
                                unit.code().value(), unit.name(), unit.kind().name()))
                        .toList(),
                SentBack.of(file, task.element(), task.unit()).orElse(null));
    }
}
