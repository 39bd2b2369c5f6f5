package org.duban.launch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.duban.engine.JobExecution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills the embedded database once, so that a newcomer finds a city at work. Accounts are there before the first page;
 * the problems follow in the background and go on where a stopped start left off.
 */
@Component
public class SampleCity implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SampleCity.class);

    private final RunMode mode;
    private final SampleOrganisation organisation;
    private final SampleProblems problems;
    private final SampleRounds rounds;
    private final SamplePetitions petitions;
    private final SampleLetters letters;
    private final SamplePublications publications;
    private final SampleLookBacks lookBacks;
    private final SampleCards cards;
    private final JobExecution jobs;
    private final boolean withProblems;
    private final ExecutorService loader = Executors.newSingleThreadExecutor(task -> new Thread(task, "sample-city"));
    private volatile boolean loading;

    SampleCity(
            RunMode mode,
            SampleOrganisation organisation,
            SampleProblems problems,
            SampleRounds rounds,
            SamplePetitions petitions,
            SampleLetters letters,
            SamplePublications publications,
            SampleLookBacks lookBacks,
            SampleCards cards,
            JobExecution jobs,
            @Value("${duban.sample-city.problems:true}") boolean withProblems) {
        this.mode = mode;
        this.organisation = organisation;
        this.problems = problems;
        this.rounds = rounds;
        this.petitions = petitions;
        this.letters = letters;
        this.publications = publications;
        this.lookBacks = lookBacks;
        this.cards = cards;
        this.jobs = jobs;
        this.withProblems = withProblems;
    }

    /** True while the problems are still being loaded. */
    public boolean loading() {
        return loading;
    }

    /** How far the loading has come, in percent. */
    public int percent() {
        return problems.percent();
    }

    @EventListener(ApplicationStartedEvent.class)
    void loadOrganisation() {
        if (mode.sampleCity()) {
            organisation.load();
        }
    }

    // After everything that starts with the application, the job executor among it, has started.
    @EventListener
    void loadCases(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC && mode.sampleCity() && withProblems && !loaded()) {
            loading = true;
            loader.execute(this::load);
        }
    }

    private boolean loaded() {
        return problems.loaded()
                && rounds.loaded()
                && cards.loaded()
                && letters.loaded()
                && publications.loaded()
                && lookBacks.loaded();
    }

    private void load() {
        // Jobs of the past are run at their own time by the loader; the job executor would run them today.
        boolean paused = jobs.pause();
        try {
            log.info("正在准备样例城市的问题清单…… / loading the sample city's problems");
            // Letters know nothing of the problems, nor these of them, but for those looked at again.
            SampleThreads.together(this::loadProblems, this::loadLetters);
            if (problems.loaded() && publications.loaded()) {
                lookBacks.load();
            }
            log.info("样例城市已就绪 / the sample city is ready");
        } catch (RuntimeException e) {
            log.error("样例城市没有装载完，下次启动时继续 / the sample city was not loaded to the end", e);
        } finally {
            loading = false;
            if (paused && !loader.isShutdown()) {
                jobs.resume();
            }
        }
    }

    private void loadProblems() {
        if (!problems.loaded()) {
            problems.load();
        }
        if (problems.loaded()) {
            rounds.load();
            cards.load();
        }
    }

    private void loadLetters() {
        if (!petitions.loaded()) {
            petitions.load();
        }
        if (petitions.loaded()) {
            letters.load();
        }
        if (letters.loaded()) {
            publications.load();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        problems.stop();
        petitions.stop();
        letters.stop();
        loader.shutdown();
        loader.awaitTermination(20, TimeUnit.SECONDS);
    }
}
