package org.duban.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * From the start of the JVM to the first page, warm: database and sample city are there already. The rival is Camunda's
 * own starters with an embedded PostgreSQL and only their libraries on the class path.
 */
final class StartBench {

    private static final int PAIRS = 5;
    private static final long PATIENCE_SECONDS = 600;
    private static final List<String> ONLY_TESTS = List.of(
            "spring-boot-test",
            "spring-test",
            "spring-security-test",
            "spring-modulith-starter-test",
            "spring-modulith-test",
            "junit",
            "jqwik",
            "archunit",
            "playwright",
            "driver-bundle",
            "/driver-",
            "assertj",
            "mockito",
            "hamcrest",
            "camunda-bpm-assert",
            "awaitility",
            "jsonassert",
            "xmlunit",
            "json-path");
    private static final List<String> ONLY_DUBAN = List.of(
            "spring-security",
            "spring-boot-starter-security",
            "thymeleaf",
            "flyway",
            "modulith",
            "springdoc",
            "swagger",
            "actuator",
            "micrometer-registry",
            "prometheus",
            "fastexcel",
            "fastcsv",
            "metadata-extractor",
            "webjars",
            "validat",
            "attoparser",
            "unbescape",
            "opczip",
            "aalto",
            "jmolecules",
            "xmpcore");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    void run() throws Exception {
        Report.title("warm start to the first page");
        Path duban = City.FOLDER.resolve("start-duban").toAbsolutePath();
        Path bare = City.FOLDER.resolve("start-bare").toAbsolutePath();
        FileSystemUtils.deleteRecursively(duban);
        FileSystemUtils.deleteRecursively(bare);
        List<Double> ratios = new ArrayList<>();
        Report.line("first start: Duban %.1f s, bare %.1f s", duban(duban, true), bare(bare));
        for (int pair = 0; pair < PAIRS; pair++) {
            double ours = duban(duban, false);
            double theirs = bare(bare);
            Report.line("pair: Duban %.1f s, bare %.1f s", ours, theirs);
            ratios.add(ours / theirs);
        }
        Report.ratio("warm start / bare Camunda application", 1.3, true, ratios);
    }

    /** Leaves only when the sample city is complete, if so wanted. */
    private double duban(Path folder, boolean untilLoaded) throws Exception {
        String path = classPath(entry -> !isOf(ONLY_TESTS, entry) && !entry.endsWith("test-classes"));
        int port = freePort();
        List<String> command = command(path, "org.duban.Duban");
        command.add("--duban.folder=" + folder);
        command.add("--server.port=" + port);
        return time(
                command, folder, "http://127.0.0.1:" + port + "/login", untilLoaded ? "the sample city is ready" : "");
    }

    private double bare(Path folder) throws Exception {
        // The class itself comes from the test classes; nothing there is configured automatically.
        String path = classPath(entry ->
                !isOf(ONLY_TESTS, entry) && !isOf(ONLY_DUBAN, entry) && !entry.endsWith(File.separator + "classes"));
        int port = freePort();
        List<String> command = command(path, "org.duban.bench.BareApplication");
        command.add(folder.toString());
        command.add(String.valueOf(port));
        return time(command, folder, "http://127.0.0.1:" + port + "/camunda/app/welcome/default/", "");
    }

    private static List<String> command(String classPath, String main) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // What mvn spring-boot:run starts with.
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Asia/Shanghai",
                "-cp",
                classPath,
                main));
    }

    private double time(List<String> command, Path folder, String page, String lastWords) throws Exception {
        Files.createDirectories(folder);
        Path log = folder.resolve("start.log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await(process, log, () -> shows(page));
            double seconds = (System.nanoTime() - begun) / 1e9;
            await(process, log, () -> Files.readString(log).contains(lastWords));
            return seconds;
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private interface Sign {
        boolean seen() throws IOException, InterruptedException;
    }

    private static void await(Process process, Path log, Sign sign) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!sign.seen()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("did not start, see " + log);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean shows(String page) throws InterruptedException {
        try {
            HttpResponse<Void> answer =
                    http.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String classPath(Predicate<String> wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOf(List<String> names, String entry) {
        return entry.endsWith(".jar")
                && names.stream().anyMatch(name -> entry.substring(entry.lastIndexOf("/") + 1)
                        .contains(name));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
