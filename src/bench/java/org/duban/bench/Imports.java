package org.duban.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.duban.intake.ImportRun;
import org.duban.intake.ImportService;
import org.duban.kernel.Actor;

/** Imports a list the way {@code POST /api/imports} does, and waits for its end. */
final class Imports {

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ImportService service;

    Imports(City city) {
        this.service = city.bean(ImportService.class);
    }

    /** @param progress hears how many rows are written so far */
    ImportRun run(Path list, boolean partial, IntConsumer progress) throws IOException {
        ImportRun run;
        try (InputStream content = Files.newInputStream(list)) {
            run = service.submit(
                    list.getFileName().toString(),
                    content,
                    new ImportService.Options(false, partial, null),
                    Actor.of("coordinator", "协调员"));
        }
        while (run.state().running()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            run = service.find(run.id()).orElseThrow();
            progress.accept(run.counts().created());
        }
        return run;
    }
}
