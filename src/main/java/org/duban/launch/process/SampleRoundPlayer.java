package org.duban.launch.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.engine.TaskForm;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.round.Round;
import org.duban.round.RoundItem;
import org.duban.round.RoundService;
import org.duban.round.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Plays the sample city's monthly rounds through the same tasks and forms that people use, each report at its own time. */
@Component
public class SampleRoundPlayer {

    private static final Logger log = LoggerFactory.getLogger(SampleRoundPlayer.class);
    private static final int ONE_IN = 9;
    private static final int SILENT = 4;
    private static final int LATE = 7;

    private final RoundService service;
    private final Rounds rounds;
    private final People people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final EngineIdentity identity;
    private final CityClock clock;
    private final ObjectMapper json;

    SampleRoundPlayer(
            RoundService service,
            Rounds rounds,
            People people,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService jobs,
            EngineIdentity identity,
            CityClock clock,
            ObjectMapper json) {
        this.service = service;
        this.rounds = rounds;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A round that is over: most units reported, a few late, a few not at all.
     *
     * @param latest the moment by which it has to be frozen
     * @return when it was frozen
     */
    public Instant playFrozen(YearMonth month, Instant opened, Instant latest) {
        Round round = open(month, opened);
        if (!round.frozen()) {
            List<UnitCode> units = service.units(round.no());
            Instant cutOff = atOffice(round.cutOffOn());
            Instant frozen = cutOff.isBefore(latest) ? cutOff : latest;
            for (int i = 0; i < units.size(); i++) {
                if (i % ONE_IN != SILENT) {
                    Instant reported =
                            i % ONE_IN == LATE ? frozen.minus(Duration.ofHours(3 + i % 4)) : between(opened, round, i);
                    report(round, units.get(i), reported, i);
                }
            }
            at(frozen, () -> service.freeze(round.no(), coordinator()));
            at(frozen, () -> continueFlow(round.no()));
        }
        return rounds.of(round.no()).orElseThrow().frozenAt();
    }

    /** A round that is under way: every other unit has reported. */
    public void playOpen(YearMonth month, Instant opened) {
        Round round = open(month, opened);
        List<UnitCode> units = service.units(round.no());
        Duration gone = Duration.between(round.openedAt(), clock.instant());
        for (int i = 0; i < units.size(); i += 2) {
            Instant wished = round.openedAt().plus(gone.multipliedBy(i).dividedBy(units.size()));
            Instant time = officeHours(wished, i);
            boolean possible = time.isAfter(round.openedAt()) && time.isBefore(clock.instant());
            report(round, units.get(i), possible ? time : wished, i);
        }
    }

    private Round open(YearMonth month, Instant opened) {
        at(opened, () -> service.open(month, coordinator()));
        return rounds.of(month).orElseThrow();
    }

    private static Instant between(Instant opened, Round round, int number) {
        Duration whole = Duration.between(opened, atOffice(round.reportDueOn()));
        return officeHours(opened.plus(whole.multipliedBy(1 + number % ONE_IN).dividedBy(ONE_IN + 1)), number);
    }

    // A working day's morning or afternoon; what falls on a weekend was done on the Friday before.
    private static Instant officeHours(Instant wished, int number) {
        ZonedDateTime time = wished.atZone(Zones.CITY).withHour(9 + number % 8).withMinute(number * 7 % 60);
        while (time.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            time = time.minusDays(1);
        }
        return time.toInstant();
    }

    private static Instant atOffice(LocalDate day) {
        return day.atTime(LocalTime.of(16, 30)).atZone(Zones.CITY).toInstant();
    }

    private void report(Round round, UnitCode unit, Instant time, int number) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(round.no().value())
                .taskCandidateGroup(unit.group())
                .singleResult();
        if (task == null) {
            return;
        }
        List<RoundItem> table = rounds.table(round.no(), unit);
        String clerk = "clerk" + unit.value();
        try {
            at(
                    time,
                    () -> identity.asPerson(clerk, () -> {
                        tasks.claim(task.getId(), clerk);
                        tasks.complete(task.getId(), Map.of(TaskForm.VARIABLE, form(table, number)));
                    }));
            at(time, () -> continueFlow(round.no()));
        } catch (RuntimeException e) {
            // One unit without a report must not cost the newcomer the round.
            log.warn("样例单位 {} 的月调度没有填报 / sample unit did not report", unit, e);
        }
    }

    private String form(List<RoundItem> table, int number) {
        List<Map<String, Object>> items = table.stream()
                .filter(item -> !item.struckOff())
                .map(item -> SampleRoundWords.row(item, number))
                .toList();
        try {
            return json.writeValueAsString(Map.of("items", items));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // Save points are jobs; they are run here, because the job executor lives today.
    private void continueFlow(CaseNo no) {
        List<Job> ready = continuations(no);
        while (!ready.isEmpty()) {
            ready.forEach(job -> identity.asApplication(() -> jobs.executeJob(job.getId())));
            ready = continuations(no);
        }
    }

    private List<Job> continuations(CaseNo no) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(no.value()).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).messages().list().stream())
                .toList();
    }

    private Actor coordinator() {
        return people.byUsername("coordinator").map(Person::actor).orElse(Actor.system());
    }

    private void at(Instant time, Runnable work) {
        try {
            clock.at(time, () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
