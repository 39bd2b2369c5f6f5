package org.duban.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    private static final Path BINARIES = Path.of("target/postgres-binaries").toAbsolutePath();

    Path folder;

    @BeforeEach
    void emptyFolder() throws IOException {
        Path parent = Path.of("target/test-city").toAbsolutePath();
        Files.createDirectories(parent);
        folder = Files.createTempDirectory(parent, "database");
    }

    @Test
    void dataIsKeptBetweenStarts() {
        try (HikariDataSource first = start()) {
            JdbcClient.create(first).sql("create table kept (word text)").update();
        }
        try (HikariDataSource second = start()) {
            assertThat(count(second, "kept")).isZero();
        }
    }

    @Test
    void serverLeftBehindByAKilledRunIsStoppedAndItsDataKept() throws Exception {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledRun.class.getName(),
                        folder.toString(),
                        BINARIES.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(killed.getInputStream().readAllBytes());
        assertThat(killed.waitFor()).as(output).isEqualTo(137);
        long server = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isPresent();

        try (HikariDataSource next = start()) {
            assertThat(count(next, "survivor")).isZero();
            assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void pidFileOfAnUnrelatedProcessDoesNotStopThatProcess() throws Exception {
        start().close();
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("data/postmaster.pid"), bystander.pid() + "\n" + folder + "\n");
            start().close();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void secondDubanOnTheSameFolderIsRefusedInOneSentence() {
        try (HikariDataSource running = start()) {
            assertThat(running.isRunning()).isTrue();
            assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("正被另一个督办程序使用");
        }
    }

    @Test
    void firstStartThatWasCutOffIsMovedAside() throws Exception {
        Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

        try (HikariDataSource database = start()) {
            assertThat(database.isRunning()).isTrue();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("incomplete-"));
        }
    }

    /** A run that writes a table and then dies without any clean-up, leaving its server behind. */
    static final class KilledRun {

        public static void main(String[] arguments) {
            var database = EmbeddedDatabase.start(Path.of(arguments[0]), Path.of(arguments[1]))
                    .pool(2);
            JdbcClient.create(database).sql("create table survivor (word text)").update();
            Runtime.getRuntime().halt(137);
        }
    }

    private HikariDataSource start() {
        return (HikariDataSource) EmbeddedDatabase.start(folder, BINARIES).pool(2);
    }

    private static long count(HikariDataSource database, String table) {
        return JdbcClient.create(database)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
