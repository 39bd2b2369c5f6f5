package org.duban.round.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.duban.round.ItemStatus;
import org.duban.round.Round;
import org.duban.round.RoundItem;
import org.duban.round.RoundTasks;
import org.duban.round.RoundTasks.RoundTask;
import org.duban.round.Rounds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form 填报月调度 shows: the unit's whole table with what was said last month. */
@RestController
@Tag(name = "rounds")
class RoundTaskApi {

    private final RoundTasks tasks;
    private final Rounds rounds;
    private final Units units;
    private final People people;

    RoundTaskApi(RoundTasks tasks, Rounds rounds, Units units, People people) {
        this.tasks = tasks;
        this.rounds = rounds;
        this.units = units;
        this.people = people;
    }

    /** {@code assignee} is the account that claimed the task, present and null when nobody did. */
    record TaskTable(
            String taskId,
            String element,
            String name,
            Instant dueAt,
            String caseNo,
            String title,
            String month,
            LocalDate reportDueOn,
            LocalDate cutOffOn,
            String unit,
            String unitName,
            @JsonInclude(JsonInclude.Include.ALWAYS) String assignee,
            String assigneeName,
            List<Row> items) {}

    record Row(
            int seq,
            String no,
            String title,
            String source,
            String deadline,
            LocalDate dueOn,
            String state,
            boolean leads,
            boolean standing,
            boolean struckOff,
            LocalDate nextReviewOn,
            Integer planned,
            List<String> plannedBasis,
            Last last) {

        static Row of(RoundItem item) {
            return new Row(
                    item.seq(),
                    item.problem().value(),
                    item.title(),
                    item.source(),
                    item.deadline(),
                    item.dueOn(),
                    item.state(),
                    item.leads(),
                    item.standing(),
                    item.struckOff(),
                    item.nextReviewOn(),
                    item.planned(),
                    item.plannedBasis(),
                    item.last() == null ? null : Last.of(item.last()));
        }
    }

    record Last(String month, String text, Integer actual, ItemStatus status, String statusLabel, String issue) {

        static Last of(RoundItem.Last last) {
            return new Last(
                    Round.monthWords(last.month()),
                    last.text(),
                    last.actual(),
                    last.status(),
                    last.status().label(),
                    last.issue());
        }
    }

    @GetMapping("/api/rounds/tasks/{taskId}")
    @Operation(
            summary = "A unit's table in the monthly round, for those who have the task in their list; 404 for others")
    TaskTable table(@PathVariable String taskId) {
        RoundTask task = tasks.visible(taskId).orElseThrow(NoSuchRoundTask::new);
        Round round = rounds.of(task.round()).orElseThrow(NoSuchRoundTask::new);
        return new TaskTable(
                task.taskId(),
                task.element(),
                task.name(),
                task.dueAt(),
                round.no().value(),
                round.title(),
                Round.monthWords(round.month()),
                round.reportDueOn(),
                round.cutOffOn(),
                task.unit().value(),
                units.byCode(task.unit()).map(Unit::name).orElse(task.unit().value()),
                task.assignee(),
                task.assignee() == null
                        ? null
                        : people.byUsername(task.assignee())
                                .map(Person::fullName)
                                .orElse(task.assignee()),
                rounds.table(round.no(), task.unit()).stream().map(Row::of).toList());
    }
}
