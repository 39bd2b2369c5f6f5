package org.duban.launch;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.duban.engine.EngineJobs;
import org.duban.kernel.Refusal;
import org.duban.organisation.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Moves the sample city's clock, so that a newcomer can watch a deadline pass. The distance to the machine's time is kept
 * in the database and holds again after a restart. An office's clock cannot be moved.
 */
@Service
public class CityTime {

    private static final String OFFSET = "clock.offset";
    private static final int FIRST_YEAR = 2022;
    private static final int LAST_YEAR = 2040;

    private final RunMode mode;
    private final CityClock clock;
    private final JdbcClient db;
    private final People people;
    private final EngineJobs jobs;

    CityTime(RunMode mode, CityClock clock, JdbcClient db, People people, EngineJobs jobs) {
        this.mode = mode;
        this.clock = clock;
        this.db = db;
        this.people = people;
        this.jobs = jobs;
    }

    /** Before the first request and before timers run. */
    @PostConstruct
    void restore() {
        if (mode.sampleCity()) {
            db.sql("select value from city_setting where name = :name")
                    .param("name", OFFSET)
                    .query(String.class)
                    .optional()
                    .ifPresent(offset -> clock.moveTo(realNow().plus(Duration.parse(offset))));
        }
    }

    /** The city's date and time. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone());
    }

    /** Whether the city lives at another time than the machine. */
    public boolean moved() {
        return !clock.offset().isZero();
    }

    /** @throws Refusal outside the sample city, or for a time no calendar reaches */
    public void moveTo(LocalDateTime time) {
        mustBeSampleCity();
        if (time == null || time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new Refusal("time", "请填写 " + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年之间的日期和时间。");
        }
        move(time.atZone(zone()).toInstant());
    }

    /** Some days on, at the same time of day. */
    public void forward(int days) {
        moveTo(now().plusDays(days));
    }

    /** Back to the machine's time. */
    public void reset() {
        mustBeSampleCity();
        clock.reset();
        db.sql("delete from city_setting where name = :name")
                .param("name", OFFSET)
                .update();
        afterMove();
    }

    private void move(Instant to) {
        clock.moveTo(to);
        db.sql("""
                        insert into city_setting (name, value) values (:name, :value)
                        on conflict (name) do update set value = excluded.value""")
                .param("name", OFFSET)
                .param("value", clock.offset().toString())
                .update();
        afterMove();
    }

    /** What would have happened in the time skipped: substitutes begin and end, timers fall due. */
    private void afterMove() {
        people.provisionMemberships();
        jobs.lookNow();
    }

    private Instant realNow() {
        return clock.instant().minus(clock.offset());
    }

    private ZoneId zone() {
        return clock.getZone();
    }

    private void mustBeSampleCity() {
        if (!mode.sampleCity()) {
            throw new Refusal("正式运行的时钟不能拨动。");
        }
    }
}
