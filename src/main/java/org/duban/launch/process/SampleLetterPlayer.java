package org.duban.launch.process;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.launch.SampleLetter;
import org.duban.launch.process.SampleLetterScript.Kind;
import org.duban.launch.process.SampleLetterScript.Step;
import org.duban.petition.PetitionStore;
import org.springframework.stereotype.Component;

/**
 * Plays the past of a sample letter through the same tasks and forms that people use, each step at its own time. Playing
 * it again does what is left: a step finds its task open or was done before.
 */
@Component
public class SampleLetterPlayer {

    private static final String COORDINATOR = "coordinator";
    private static final String LEADER = "leader";
    private static final int[] OFFICE_HOURS = {9, 10, 11, 15, 16, 17};

    private final SampleHands hands;
    private final PetitionStore petitions;
    private final CityClock clock;

    SampleLetterPlayer(SampleHands hands, PetitionStore petitions, CityClock clock) {
        this.hands = hands;
        this.petitions = petitions;
        this.clock = clock;
    }

    /**
     * @param came the day the letter came to the office
     * @param today the day the sample counts from
     */
    public void play(CaseNo no, SampleLetter letter, LocalDate came, LocalDate today) {
        SampleLetterForms forms = new SampleLetterForms(letter, today);
        Instant earliest = came.atTime(10, 45).atZone(Zones.CITY).toInstant();
        // A letter that was dispatched with its batch waits for this to reach its unit.
        hands.at(earliest, no, () -> {});
        for (Step step : SampleLetterScript.read(letter.steps(), letter.words())) {
            Instant time = time(no, step, planned(no, letter, came, step), earliest.plus(Duration.ofMinutes(20)));
            if (time != null && inRound(no, step)) {
                hands.at(time, no, () -> perform(no, step, forms, LocalDate.ofInstant(time, Zones.CITY)));
                earliest = time;
            }
        }
    }

    /** A round of investigation that is over is not played a second time. */
    private boolean inRound(CaseNo no, Step step) {
        return step.kind() == Kind.TAKE_UP
                || petitions.find(no).orElseThrow().course().attempt() == step.round();
    }

    private void perform(CaseNo no, Step step, SampleLetterForms forms, LocalDate day) {
        switch (step.kind()) {
            case DISPATCH -> office(no, "UserTask_DispatchPetition", forms.dispatched());
            case SIGN -> clerks(no, "UserTask_SignForPetition", Map.of("decision", "sign"));
            case RETURN -> clerks(no, "UserTask_SignForPetition", forms.returned(step));
            case SIGN_LATE -> hands.fire(no, "Boundary_SigningLate");
            case FILE -> clerks(no, "UserTask_Investigate", forms.findings(step, true));
            case FILE_STAGED -> clerks(no, "UserTask_Investigate", forms.findings(step, false));
            case HEAD -> heads(no, Map.of("decision", "sign"));
            case FIRST_FILES ->
                first(no, "UserTask_Investigate", forms, task -> clerk(task, forms.findings(step, true)));
            case FIRST_SIGNS ->
                first(no, "UserTask_SignFindings", forms, task -> head(task, Map.of("decision", "sign")));
            case PASS -> office(no, "UserTask_ReviewAnswer", Map.of("decision", "pass", "opinion", "材料齐全，同意答复。"));
            case SEND_BACK -> office(no, "UserTask_ReviewAnswer", forms.sentBack(step));
            case FOLLOW_UP_DUE -> hands.fire(no, "Catch_FollowUpDue");
            case PROGRESS ->
                hands.tasks(no, "UserTask_ReportProgress")
                        .forEach(task -> hands.complete(
                                task,
                                "clerk" + hands.variable(task, "leadUnit"),
                                forms.progress(step, day.plusDays(30))));
            case BECOME_PROBLEM -> office(no, "UserTask_AssessProgress", forms.becomesProblem(step));
            case DISSATISFIED -> office(no, "UserTask_CallBack", forms.dissatisfied(step, day));
            case TAKE_UP ->
                hands.tasks(no, "UserTask_TakeUpCase")
                        .forEach(task -> hands.complete(task, LEADER, forms.takenUp(step)));
        }
    }

    private void office(CaseNo no, String element, Map<String, ?> form) {
        hands.tasks(no, element).forEach(task -> hands.complete(task, COORDINATOR, form));
    }

    private void clerks(CaseNo no, String element, Map<String, ?> form) {
        hands.tasks(no, element).forEach(task -> clerk(task, form));
    }

    private void heads(CaseNo no, Map<String, ?> form) {
        hands.tasks(no, "UserTask_SignFindings").forEach(task -> head(task, form));
    }

    private void first(CaseNo no, String element, SampleLetterForms forms, Consumer<Task> work) {
        hands.tasks(no, element).stream()
                .filter(task -> hands.variable(task, "unit").equals(forms.firstUnit()))
                .forEach(work);
    }

    private void clerk(Task task, Map<String, ?> form) {
        hands.complete(task, "clerk" + hands.variable(task, "unit"), form);
    }

    private void head(Task task, Map<String, ?> form) {
        hands.complete(task, "head" + hands.variable(task, "unit"), form);
    }

    // An inspection's letters are worked on at weekends too.
    private static Instant planned(CaseNo no, SampleLetter letter, LocalDate came, Step step) {
        LocalDate day = came.plusDays(step.day());
        while (letter.batch() == 0
                && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)) {
            day = day.minusDays(1);
        }
        int chance =
                Math.floorMod(no.hashCode() * 31 + step.day() * 7 + step.kind().ordinal(), 60 * OFFICE_HOURS.length);
        int hour = step.hour() == null ? OFFICE_HOURS[chance / 60] : step.hour();
        return day.atTime(hour, chance % 60).atZone(Zones.CITY).toInstant();
    }

    /** The planned time or the timer's own, after the step before and not later than now; null when a timer is not due. */
    private Instant time(CaseNo no, Step step, Instant planned, Instant earliest) {
        Instant now = clock.instant();
        if (step.kind() == Kind.SIGN_LATE || step.kind() == Kind.FOLLOW_UP_DUE) {
            String element = step.kind() == Kind.SIGN_LATE ? "Boundary_SigningLate" : "Catch_FollowUpDue";
            return hands.timer(no, element)
                    .map(due -> due.plusSeconds(60))
                    .filter(due -> !due.isAfter(now))
                    .orElse(null);
        }
        Instant time = planned.isBefore(earliest) ? earliest : planned;
        return time.isAfter(now) ? now : time;
    }
}
