package org.duban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringBootVersion;

/** Prints under which conditions something was measured, and what came out. */
final class Report {

    private Report() {}

    static void title(String name) {
        System.out.println();
        System.out.println("== " + name);
        System.out.println("commit %s, Java %s, Camunda %s, Spring Boot %s"
                .formatted(
                        commit(),
                        Runtime.version(),
                        ProcessEngine.class.getPackage().getImplementationVersion(),
                        SpringBootVersion.getVersion()));
        System.out.println("JVM %s, heap at most %d MB, %d cores, load average %.1f"
                .formatted(
                        ManagementFactory.getRuntimeMXBean().getInputArguments(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    static void database(DataSource source) throws SQLException {
        List<String> names = List.of("server_version", "fsync", "synchronous_commit", "shared_buffers", "max_wal_size");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            StringBuilder line = new StringBuilder("PostgreSQL");
            for (String name : names) {
                try (ResultSet row = statement.executeQuery("show " + name)) {
                    row.next();
                    line.append(' ').append(name).append('=').append(row.getString(1));
                }
            }
            System.out.println(line);
        }
    }

    static void line(String format, Object... values) {
        System.out.println(format.formatted(values));
    }

    /** A ratio of every pair and their median, so that one disturbed pair shows as such. */
    static void ratio(String name, double target, boolean atMost, List<Double> pairs) {
        double median = median(pairs);
        boolean met = atMost ? median <= target : median >= target;
        System.out.println("RATIO %s: %.2f (pairs %s; target %s %.2f): %s"
                .formatted(
                        name,
                        median,
                        pairs.stream()
                                .map(pair -> String.format(Locale.ROOT, "%.2f", pair))
                                .collect(Collectors.joining(", ")),
                        atMost ? "<=" : ">=",
                        target,
                        met ? "met" : "MISSED"));
    }

    static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    static double quantile(List<Double> values, double part) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (part == 0.5 && sorted.length % 2 == 0) {
            return Arrays.stream(sorted, sorted.length / 2 - 1, sorted.length / 2 + 1)
                    .average()
                    .orElseThrow();
        }
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String said = new String(git.getInputStream().readAllBytes()).strip();
            return said.isEmpty() ? "unknown" : said;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
