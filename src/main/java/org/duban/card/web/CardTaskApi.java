package org.duban.card.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.duban.card.CardFile;
import org.duban.card.CardTasks;
import org.duban.card.CardTasks.CardTask;
import org.duban.card.Cards;
import org.duban.card.Consequence;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Units;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of a card's tasks show: the task, the card with all that led to it, the consequence it is about. */
@RestController
@Tag(name = "红黄牌 / Cards")
class CardTaskApi {

    private final CardTasks tasks;
    private final Cards cards;
    private final Units units;
    private final People people;

    CardTaskApi(CardTasks tasks, Cards cards, Units units, People people) {
        this.tasks = tasks;
        this.cards = cards;
        this.units = units;
        this.people = people;
    }

    /** {@code assignee} is present and null when nobody has claimed the task, so that a form need not guess. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskView(
            String taskId,
            String element,
            String name,
            Instant dueAt,
            String caseNo,
            String unit,
            @JsonInclude(JsonInclude.Include.ALWAYS) String assignee,
            String assigneeName,
            CardView file,
            CardView.Followed consequence,
            CardView.Decided sentBack) {}

    @GetMapping("/api/cards/tasks/{taskId}")
    @Operation(summary = "A card's task with its card, for those who have the task in their list; 404 for others")
    TaskView task(@PathVariable String taskId) {
        CardTask task = tasks.visible(taskId).orElseThrow(NoSuchCard::new);
        CardFile file = cards.file(task.card()).orElseThrow(NoSuchCard::new);
        CardView view = CardView.of(file, units);
        return new TaskView(
                task.taskId(),
                task.element(),
                task.name(),
                task.dueAt(),
                task.card().value(),
                file.card().unit().value(),
                task.assignee(),
                task.assignee() == null
                        ? null
                        : people.byUsername(task.assignee())
                                .map(Person::fullName)
                                .orElse(task.assignee()),
                view,
                file.consequences().stream()
                        .filter(one -> isAbout(one, task))
                        .map(CardView::followed)
                        .findFirst()
                        .orElse(null),
                task.sentBack() && !view.decisions().isEmpty()
                        ? view.decisions().get(view.decisions().size() - 1)
                        : null);
    }

    private static boolean isAbout(Consequence consequence, CardTask task) {
        return task.consequence() != null && task.consequence() == consequence.id();
    }
}
