package org.duban.launch;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.engine.EngineIdentity;
import org.duban.intake.ImportRun;
import org.duban.intake.ImportService;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.process.SamplePlayer;
import org.duban.launch.store.CitySettings;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.problem.ListKey;
import org.duban.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sample city's three lists, brought in through the intake on the days they came, and their past. Every step may run
 * twice: rows are recognised by their key, a past by how far it has been played.
 */
@Component
class SampleProblems {

    private static final Logger log = LoggerFactory.getLogger(SampleProblems.class);
    private static final String LOADED_ON = "sample.started-on";
    private static final String PLAYED = "sample.played";
    private static final Map<String, String> LISTS = new LinkedHashMap<>(Map.of(
            "central1", "第一轮中央督察反馈问题整改清单",
            "central2", "第二轮中央督察反馈问题整改清单",
            "city", "全市突出生态环境问题清单"));
    private static final Map<String, String> FILES = Map.of(
            "central1", "sample/problems-central-round-1.csv",
            "central2", "sample/problems-central-round-2.csv",
            "city", "sample/problems-city-list.csv");

    private final ImportService imports;
    private final Problems problems;
    private final SamplePlayer player;
    private final CitySettings settings;
    private final People people;
    private final EngineIdentity identity;
    private final CityClock clock;
    private volatile boolean stopped;
    private volatile int percent;

    SampleProblems(
            ImportService imports,
            Problems problems,
            SamplePlayer player,
            CitySettings settings,
            People people,
            EngineIdentity identity,
            CityClock clock) {
        this.imports = imports;
        this.problems = problems;
        this.player = player;
        this.settings = settings;
        this.people = people;
        this.identity = identity;
        this.clock = clock;
    }

    boolean loaded() {
        return settings.get(PLAYED).map("all"::equals).orElse(false);
    }

    int percent() {
        return percent;
    }

    void stop() {
        stopped = true;
    }

    void load() {
        LocalDate today = startedOn();
        SampleDates dates = new SampleDates(today);
        List<SamplePast> pasts = SampleOrganisation.rows("sample/past.csv")
                .map(SamplePast::of)
                .sorted(Comparator.comparingInt(SamplePast::registeredDaysAgo).reversed())
                .toList();
        Map<String, Map<String, NamedCsvRecord>> rows =
                LISTS.keySet().stream().collect(Collectors.toMap(Function.identity(), SampleProblems::rows));
        Map<Integer, List<SamplePast>> byDay = pasts.stream()
                .collect(Collectors.groupingBy(
                        SamplePast::registeredDaysAgo,
                        () -> new TreeMap<>(Comparator.reverseOrder()),
                        Collectors.toList()));
        int done = Integer.parseInt(settings.get(PLAYED).orElse("0"));
        int number = 0;
        for (List<SamplePast> day : byDay.values()) {
            if (number + day.size() > done) {
                bringIn(day, rows, dates, today);
            }
            List<SamplePast> left = day.subList(Math.min(day.size(), Math.max(0, done - number)), day.size());
            number += day.size() - left.size();
            AtomicInteger played = new AtomicInteger(number);
            SampleThreads.each(left, past -> {
                if (!stopped) {
                    play(past, rows.get(past.list()).get(past.serial()), dates);
                    percent = played.incrementAndGet() * 100 / pasts.size();
                }
            });
            if (stopped) {
                return;
            }
            number += left.size();
            settings.set(PLAYED, String.valueOf(number));
        }
        settings.set(PLAYED, "all");
    }

    // Relative dates must mean the same when a stopped loading goes on the next day.
    private LocalDate startedOn() {
        String today = LocalDate.now(clock).toString();
        if (settings.get(LOADED_ON).isEmpty()) {
            settings.set(LOADED_ON, today);
        }
        return LocalDate.parse(settings.get(LOADED_ON).orElse(today));
    }

    private void bringIn(
            List<SamplePast> day, Map<String, Map<String, NamedCsvRecord>> rows, SampleDates dates, LocalDate today) {
        Instant morning = today.minusDays(day.get(0).registeredDaysAgo())
                .atTime(LocalTime.of(9, 10))
                .atZone(Zones.CITY)
                .toInstant();
        day.stream().collect(Collectors.groupingBy(SamplePast::list)).forEach((list, pasts) -> {
            byte[] file = csv(
                    pasts.stream()
                            .map(past -> rows.get(list).get(past.serial()))
                            .toList(),
                    dates);
            at(morning, () -> {
                ImportRun run = imports.submitHere(
                        LISTS.get(list) + ".csv",
                        new ByteArrayInputStream(file),
                        new ImportService.Options(false, false, null),
                        coordinator());
                if (run.counts().rejected() > 0) {
                    throw new IllegalStateException(
                            "the sample list " + list + " was refused: " + imports.errors(run.id(), 3));
                }
            });
        });
    }

    private void play(SamplePast past, NamedCsvRecord row, SampleDates dates) {
        ListKey key = new ListKey(row.getField("问题来源"), dates.resolve(row.getField("行政区域")), row.getField("序号"));
        CaseNo no = problems.listed(List.of(key)).values().stream()
                .findFirst()
                .map(listed -> listed.no())
                .orElseThrow(() -> new IllegalStateException("no problem under " + key));
        try {
            player.play(no, past);
        } catch (RuntimeException e) {
            // One odd past must not cost the newcomer the city; the problem simply stands earlier on its way.
            log.warn("样例问题 {} 的经过没有全部重现 / sample problem not played to the end", no, e);
        }
    }

    private Actor coordinator() {
        return people.byUsername("coordinator").map(Person::actor).orElse(Actor.system());
    }

    private void at(Instant time, Runnable work) {
        try {
            clock.at(time, () -> {
                identity.asPerson("coordinator", work);
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, NamedCsvRecord> rows(String list) {
        return SampleOrganisation.rows(FILES.get(list))
                .collect(Collectors.toMap(row -> row.getField("序号"), Function.identity()));
    }

    private static byte[] csv(Collection<NamedCsvRecord> rows, SampleDates dates) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(rows.iterator().next().getHeader());
            rows.forEach(row ->
                    csv.writeRecord(row.getFields().stream().map(dates::resolve).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
