package org.duban.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.duban.evidence.store.EvidenceFiles;
import org.duban.evidence.store.EvidenceRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes files that no evidence needs any more: taken back before filing, or left by an upload that broke off. */
@Component
class EvidenceSweep {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceSweep.class);

    // Long enough for any upload to write its row.
    private static final Duration REST = Duration.ofDays(1);

    private final EvidenceFiles files;
    private final EvidenceRows rows;
    private final Clock clock;

    EvidenceSweep(EvidenceFiles files, EvidenceRows rows, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void sweep() throws IOException {
        Instant before = clock.instant().minus(REST);
        files.eachHash(hash -> {
            if (!rows.needs(hash)) {
                deleteOlder(hash, before);
            }
        });
        files.deleteBrokenOff(before);
    }

    private void deleteOlder(String hash, Instant before) {
        try {
            if (files.deleteOlder(hash, before)) {
                LOG.info("deleted file {}, which no evidence needs", hash);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
