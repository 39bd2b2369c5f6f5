package org.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.engine.EngineIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class EvidenceSweepTest {

    @Autowired
    EvidenceSweep sweep;

    @Autowired
    EvidenceService evidence;

    @Autowired
    Letters letters;

    @Autowired
    EngineIdentity engine;

    @Autowired
    Clock clock;

    @Test
    void onlyOldFilesThatNoEvidenceNeedsAreDeleted() throws Exception {
        Task task = letters.handedTo("350582");
        Evidence needed = handIn(task, 201);
        Evidence takenBack = handIn(task, 202);
        Evidence takenBackJustNow = handIn(task, 203);
        engine.asPerson("clerk350582", () -> {
            evidence.remove(takenBack.id());
            evidence.remove(takenBackJustNow.id());
        });
        age(evidence.file(needed));
        age(evidence.file(takenBack));

        sweep.sweep();

        assertThat(evidence.file(needed)).exists();
        assertThat(evidence.file(takenBack)).doesNotExist();
        assertThat(evidence.file(takenBackJustNow)).exists();
    }

    @Test
    void leftoversOfUploadsThatBrokeOffAreDeleted() throws Exception {
        Path folder = evidence.file(handIn(letters.handedTo("350582"), 204))
                .getParent()
                .getParent()
                .getParent()
                .resolve("incoming");
        Path old = Files.writeString(folder.resolve("old.part"), "half a photo");
        Path fresh = Files.writeString(folder.resolve("fresh.part"), "half a photo");
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
        age(old);
        try {
            sweep.sweep();

            assertThat(old).doesNotExist();
            assertThat(fresh).exists();
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Evidence handIn(Task task, int seed) {
        Evidence[] kept = new Evidence[1];
        engine.asPerson("clerk350582", () -> {
            try {
                kept[0] = evidence.store(
                                new NewEvidence("a.jpg", null, task.getId(), null, null, null),
                                new ByteArrayInputStream(Photos.plain(seed)))
                        .evidence();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return kept[0];
    }

    private void age(Path file) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
    }
}
