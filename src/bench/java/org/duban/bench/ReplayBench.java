package org.duban.bench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.duban.desk.audit.StepViews;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.TaskForms;
import org.duban.replay.Replay;
import org.duban.replay.Replay.Film;

/** Replays a case of 500 entries: all steps at a glance, and its last step whole, in words. */
final class ReplayBench {

    private static final int ENTRIES = 500;
    private static final int WARM_UP = 10;
    private static final int TIMES = 40;
    private static final double TARGET_MILLIS = 300;

    void run() throws Exception {
        Report.title("replay");
        try (City city = City.fresh("replay")) {
            Report.database(city.dataSource());
            city.bean(CityClock.class)
                    .freezeAt(LocalDateTime.parse("2026-03-02T09:00")
                            .atZone(Zones.CITY)
                            .toInstant());
            String no = longCase(city);
            Replay replay = city.bean(Replay.class);
            StepViews views = city.bean(StepViews.class);
            int last = replay.overview(no).orElseThrow().steps().size();
            double bytes = city.db()
                    .sql("select sum(octet_length(body)) from journal_entry where chain = :no")
                    .param("no", no)
                    .query(Double.class)
                    .single();
            Report.line("%d entries of %.0f bytes in all", last, bytes);
            List<Double> times = new ArrayList<>();
            for (int time = -WARM_UP; time < TIMES; time++) {
                double[] millis = new double[1];
                city.bean(EngineIdentity.class).asApplication(() -> {
                    long begun = System.nanoTime();
                    Film film = replay.film(no, entries -> last).orElseThrow();
                    views.view(film.shown());
                    millis[0] = (System.nanoTime() - begun) / 1e6;
                });
                if (time >= 0) {
                    times.add(millis[0]);
                }
            }
            Report.line(
                    "replay of %d entries: median %.1f ms, 95th percentile %.1f ms (target %.0f ms): %s",
                    last,
                    Report.median(times),
                    Report.quantile(times, 0.95),
                    TARGET_MILLIS,
                    Report.quantile(times, 0.95) <= TARGET_MILLIS ? "met" : "MISSED");
        }
    }

    /** A plan sent back again and again. */
    private static String longCase(City city) {
        CaseDriver office = new CaseDriver(city.application())
                .register(CaseDriver.row("回放测速", Deadline.on(LocalDate.of(2026, 12, 31)), "350582"));
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.sign());
        String no = office.no().value();
        while (count(city, no) < ENTRIES) {
            office.as(Journey.CLERK)
                    .does("UserTask_MakePlan", TaskForms.plan(office.today().plusDays(10)));
            office.as(Journey.COORDINATOR).does("UserTask_ReviewPlan", TaskForms.returnPlan());
        }
        return no;
    }

    private static int count(City city, String no) {
        return city.db()
                .sql("select count(*) from journal_entry where chain = :no")
                .param("no", no)
                .query(Integer.class)
                .single();
    }
}
