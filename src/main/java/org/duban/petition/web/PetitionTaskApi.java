package org.duban.petition.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.duban.organisation.Units;
import org.duban.petition.LetterAtHand;
import org.duban.petition.LetterSentBack;
import org.duban.petition.LettersAtHand;
import org.duban.petition.PetitionTasks;
import org.duban.petition.PetitionTasks.OpenTask;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a task form of a letter shows: the task, the letter without its writer, the units, and why it came back. */
@RestController
@Tag(name = "tasks")
class PetitionTaskApi {

    private final PetitionTasks tasks;
    private final LettersAtHand letters;
    private final Units units;

    PetitionTaskApi(PetitionTasks tasks, LettersAtHand letters, Units units) {
        this.tasks = tasks;
        this.letters = letters;
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
            @JsonProperty("case") LetterAtHand letter,
            List<UnitChoice> units,
            @JsonInclude(JsonInclude.Include.ALWAYS) LetterSentBack sentBack) {}

    record UnitChoice(String code, String name, String kind) {}

    @GetMapping("/api/petitions/tasks/{taskId}")
    @Operation(summary = "A letter's task with the letter, for those who have the task in their list; 404 for others")
    TaskFile task(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId).orElseThrow(NoSuchTask::new);
        LetterAtHand letter = letters.find(task.no()).orElseThrow(NoSuchTask::new);
        return new TaskFile(
                task.taskId(),
                task.element(),
                task.name(),
                task.dueAt(),
                task.no().value(),
                task.unit(),
                task.assignee(),
                letter,
                units.workable().stream()
                        .map(unit -> new UnitChoice(
                                unit.code().value(), unit.name(), unit.kind().name()))
                        .toList(),
                letters.sentBack(task.no(), task.element(), task.unit()).orElse(null));
    }

    /** Says the same whether there is no such task or it is not this person's. */
    static class NoSuchTask extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ExceptionHandler
    ProblemDetail noSuchTask(NoSuchTask missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有这项任务，或它已经办结、不在您的任务列表中。请刷新任务列表。");
    }
}
