package org.duban.petition.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.organisation.Units;
import org.duban.petition.LetterAtHand;
import org.duban.petition.LetterSentBack;
import org.duban.petition.LettersAtHand;
import org.duban.petition.Outcome;
import org.duban.petition.PetitionTasks;
import org.duban.petition.PetitionTasks.OpenTask;
import org.duban.petition.Proposal;
import org.duban.petition.Verdict;
import org.duban.petition.repeat.CarriedAnswer;
import org.duban.petition.repeat.CarriedAnswers;
import org.duban.petition.repeat.PairState;
import org.duban.petition.repeat.RepeatDesk;
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

    private static final String DISPATCH = "UserTask_DispatchPetition";
    private static final Set<String> ANSWERING =
            Set.of("UserTask_Investigate", "UserTask_SignFindings", "UserTask_ReviewAnswer");

    private final PetitionTasks tasks;
    private final LettersAtHand letters;
    private final RepeatDesk repeats;
    private final CarriedAnswers carried;
    private final Units units;

    PetitionTaskApi(
            PetitionTasks tasks, LettersAtHand letters, RepeatDesk repeats, CarriedAnswers carried, Units units) {
        this.tasks = tasks;
        this.letters = letters;
        this.repeats = repeats;
        this.carried = carried;
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
            @JsonInclude(JsonInclude.Include.ALWAYS) LetterSentBack sentBack,
            @JsonInclude(JsonInclude.Include.NON_NULL) Proposed proposal,
            List<Likely> repeats,
            @JsonInclude(JsonInclude.Include.NON_NULL) Carried carried) {}

    /** The answer of another letter of the same matter (并案), to begin with and to be worded for this one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Carried(
            String from,
            long cluster,
            boolean edited,
            Verdict verdict,
            Outcome outcome,
            String findings,
            String handling,
            String goal,
            String accountability) {

        static Carried of(CarriedAnswer answer) {
            return new Carried(
                    answer.from().value(),
                    answer.cluster(),
                    answer.edited(),
                    answer.verdict(),
                    answer.outcome(),
                    answer.findings(),
                    answer.handling(),
                    answer.goal(),
                    answer.accountability());
        }
    }

    /** The units the rules propose, in the office's words. */
    record Proposed(List<Part> shares, String reason) {}

    record Part(String unit, BigDecimal share) {}

    /** A letter that may be about the same matter, and why. */
    record Likely(String no, String title, List<String> reasons) {}

    record UnitChoice(String code, String name, String kind) {}

    @GetMapping("/api/petitions/tasks/{taskId}")
    @Operation(summary = "A letter's task with the letter, for those who have the task in their list; 404 for others")
    TaskFile task(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId).orElseThrow(NoSuchTask::new);
        LetterAtHand letter = letters.find(task.no()).orElseThrow(NoSuchTask::new);
        boolean dispatching = task.element().equals(DISPATCH);
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
                letters.sentBack(task.no(), task.element(), task.unit()).orElse(null),
                dispatching ? proposed(task.no()) : null,
                dispatching ? likely(task.no()) : List.of(),
                ANSWERING.contains(task.element())
                        ? carried.find(task.no()).map(Carried::of).orElse(null)
                        : null);
    }

    private Proposed proposed(CaseNo no) {
        Proposal proposal = letters.proposal(no);
        return new Proposed(
                proposal.shares().stream()
                        .map(part -> new Part(part.unit().value(), part.share()))
                        .toList(),
                String.join("；", proposal.reasons()));
    }

    private List<Likely> likely(CaseNo no) {
        return repeats.pairs(no).stream()
                .filter(pair -> pair.state() == PairState.PROPOSED)
                .map(pair -> {
                    CaseNo other = pair.no().equals(no) ? pair.other() : pair.no();
                    return new Likely(
                            other.value(),
                            letters.find(other).map(LetterAtHand::title).orElse(""),
                            pair.reasons());
                })
                .toList();
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
