package org.duban.bench;

import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.duban.kernel.Zones;

/** Entry of the benchmarks: {@code mvn -Pbench verify -DskipTests -Dbench=import,ledger}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(Zones.CITY));
        // Thousands of rows are refused on purpose; a line for each would be part of what is measured.
        System.setProperty("logging.level.root", "error");
        List<String> wanted = Arrays.stream(String.join(",", names).split(","))
                .map(String::strip)
                .toList();
        for (String name : wanted) {
            switch (name) {
                case "import" -> new ImportBench().run();
                case "start" -> new StartBench().run();
                case "rectification" -> new RectificationBench().run();
                case "ledger" -> new LedgerBench().run();
                case "storm" -> new StormBench().run();
                case "journal" -> new JournalBench().run();
                case "replay" -> new ReplayBench().run();
                case "repeats" -> new RepeatBench().run();
                default ->
                    throw new IllegalArgumentException(
                            "-Dbench=" + name
                                    + " is unknown; choose import, start, rectification, ledger, storm, journal, replay or repeats");
            }
        }
        // Engines keep threads of their own.
        System.exit(0);
    }
}
