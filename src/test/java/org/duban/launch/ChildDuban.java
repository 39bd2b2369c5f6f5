package org.duban.launch;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A Duban in a process of its own, as a person would start it. */
final class ChildDuban implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 480;

    private final Process process;
    private final Path output;
    private final int port;

    private ChildDuban(List<String> what, Map<String, String> settings) throws IOException {
        port = freePort();
        output = Files.createTempFile("duban", ".log");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx512m");
        // It lives for a minute: the second compiler and the parallel collector would cost more than they save.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(what);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put("DUBAN_FOLDER", Files.createTempDirectory("duban").toString());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** The packaged artefact. */
    static ChildDuban jar(Path jar, Map<String, String> settings) throws IOException {
        return new ChildDuban(List.of("-jar", jar.toString()), settings);
    }

    /** The classes as {@code mvn spring-boot:run} starts them. */
    static ChildDuban classes(Map<String, String> settings) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ChildDuban(List.of("-cp", path, "org.duban.Duban"), settings);
    }

    void waitUntilReady() throws Exception {
        waitFor(() -> {
            try {
                return get("/actuator/health/readiness", null).statusCode() == 200;
            } catch (IOException | InterruptedException notYetListening) {
                return false;
            }
        });
    }

    /** Asks again and again until it is so. */
    void waitFor(Supplier<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < limit && process.isAlive()) {
            if (condition.get()) {
                return;
            }
            process.waitFor(500, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("did not come about; the output was:\n" + output());
    }

    HttpResponse<String> get(String path, String username) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (username != null) {
            byte[] credentials = (username + ":duban").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits for the end of a run that refuses to start. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
