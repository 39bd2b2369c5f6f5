package org.duban.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL started from Maven artefacts, keeping its data in one folder between starts. A server left behind by
 * a killed run is found by its own pid file and stopped; a folder in use by a live Duban is refused.
 */
final class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /** As {@link #start(Path, Path, boolean)}, with nothing lost that was committed. */
    static EmbeddedDatabase start(Path folder, Path binaries) {
        return start(folder, binaries, true);
    }

    /**
     * Starts or resumes the database in {@code folder}; the server's programs are unpacked below {@code binaries}.
     *
     * @param durable false to be faster where a power cut may cost everything, as in tests
     */
    static EmbeddedDatabase start(Path folder, Path binaries, boolean durable) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(binaries);
            FileLock lock = claim(folder);
            Path data = folder.resolve("data");
            stopLeftover(data);
            Path complete = folder.resolve("complete");
            if (Files.exists(data) && !Files.exists(complete)) {
                // A first start was cut off half-way; what it left is no database, but it is not ours to delete.
                moveAside(data);
            }
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "100")
                    // The library's own choice is speed for tests; a city's data must survive a power cut.
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setPGStartupWait(PATIENCE)
                    .setRegisterShutdownHook(false)
                    .start();
            Files.writeString(complete, "");
            return new EmbeddedDatabase(postgres, lock);
        } catch (IOException e) {
            throw new StartRefused(
                    "自带的 PostgreSQL 无法在 " + folder + " 启动：" + e.getMessage()
                            + "。请检查磁盘空间和目录权限，或把该目录改名后重试。 / The embedded PostgreSQL could not start.",
                    e);
        }
    }

    /** The connection pool; closing it stops the server as well. */
    DataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setUsername("postgres");
        config.setMaximumPoolSize(size);
        config.setPoolName("duban");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new Pool(config, this);
    }

    private void stop() {
        try {
            postgres.close();
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pool that takes its server down with it. */
    private static final class Pool extends HikariDataSource {

        private final EmbeddedDatabase database;

        Pool(HikariConfig config, EmbeddedDatabase database) {
            super(config);
            this.database = database;
        }

        @Override
        public void close() {
            super.close();
            database.stop();
        }
    }

    private static FileLock claim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("duban.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefused("目录 " + folder + " 正被另一个督办程序使用，请先停止它，或用 DUBAN_FOLDER 指定另一个目录。"
                    + " / Another Duban is running on this folder.");
        }
        return lock;
    }

    private static void stopLeftover(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> leftover = leftoverServer(pidFile, data);
        if (leftover.isPresent()) {
            log.warn("上次运行被强行终止，正在停止遗留的数据库进程 {}", leftover.get().pid());
            stopServer(leftover.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> leftoverServer(Path pidFile, Path data) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        // The number may meanwhile belong to somebody else's process: only a postgres is ours to stop.
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(false))
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true));
    }

    private static void stopServer(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void moveAside(Path data) throws IOException {
        Path aside = data.resolveSibling("incomplete-" + System.nanoTime());
        Files.move(data, aside);
        log.warn("数据库目录不完整，已改名为 {}", aside);
    }
}
