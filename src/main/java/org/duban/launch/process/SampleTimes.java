package org.duban.launch.process;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duban.kernel.Zones;

/**
 * When the steps of a sample problem happened: in order, between registration and now, in office hours. The rectification
 * itself takes the time that the other steps leave.
 */
final class SampleTimes {

    private SampleTimes() {}

    /** @param lookBackAfter how long after striking off somebody looks again */
    static List<Instant> of(
            List<SampleScript.Step> steps, Instant registered, Instant now, Duration lookBackAfter, long seed) {
        Random random = new Random(seed);
        double life = hours(Duration.between(registered, lastStep(steps, registered, now, random)));
        double usual = steps.stream()
                .mapToDouble(step -> hours(usual(step, lookBackAfter)))
                .sum();
        // A short life is shortened evenly; the player still never ends a period before its day.
        double squeeze = Math.min(1.0, life / Math.max(1, usual));
        double slack = Math.max(0, life - usual);

        List<Instant> times = new ArrayList<>();
        Instant previous = registered.plus(Duration.ofMinutes(30));
        double passed = 0;
        for (SampleScript.Step step : steps) {
            passed += hours(usual(step, lookBackAfter)) * squeeze + (step == SampleScript.Step.REPORT ? slack : 0);
            Instant time = officeHours(registered.plusSeconds((long) (passed * 3600)), random);
            if (!time.isAfter(previous)) {
                time = previous.plus(Duration.ofMinutes(20 + random.nextInt(60)));
            }
            if (!time.isBefore(now)) {
                time = previous.plus(Duration.between(previous, now).dividedBy(2));
            }
            times.add(time);
            previous = time;
        }
        return times;
    }

    private static Duration usual(SampleScript.Step step, Duration lookBackAfter) {
        return step == SampleScript.Step.LOOK_BACK_DUE ? lookBackAfter : Duration.ofDays(step.days());
    }

    private static double hours(Duration duration) {
        return duration.toMinutes() / 60.0;
    }

    // What waits for somebody today was handed on in the last days, what is over was over some time ago.
    private static Instant lastStep(List<SampleScript.Step> steps, Instant registered, Instant now, Random random) {
        if (steps.isEmpty()) {
            return registered;
        }
        Duration life = Duration.between(registered, now);
        long ago =
                switch (steps.get(steps.size() - 1)) {
                    case STRIKE_OFF -> 2 + random.nextInt(80);
                    case PASS_LOOK_BACK -> 1 + random.nextInt(20);
                    case ACCEPT_PLAN -> life.toDays() * 6 / 10;
                    case PASS_VERIFICATION -> 2 + random.nextInt(6);
                    default -> 1 + random.nextInt(3);
                };
        Duration most = life.dividedBy(2);
        Duration wished = Duration.ofDays(ago);
        return now.minus(wished.compareTo(most) > 0 ? most : wished);
    }

    private static Instant officeHours(Instant wished, Random random) {
        ZonedDateTime time =
                wished.atZone(Zones.CITY).withHour(9 + random.nextInt(8)).withMinute(random.nextInt(60));
        while (time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY) {
            time = time.minusDays(1);
        }
        return time.toInstant();
    }
}
