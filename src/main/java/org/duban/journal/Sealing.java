package org.duban.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.Head;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.MerkleTree;
import org.duban.journal.offline.RecordLines;
import org.duban.journal.offline.Seal;
import org.duban.journal.store.EntryRows;
import org.duban.journal.store.SealRows;
import org.duban.kernel.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the record once a period: the heads of all chains under one root, which fits on a sheet of paper. What was
 * sealed cannot be cut off or put back any more, not even by somebody with the key, as long as the seal is kept
 * elsewhere as well.
 */
@Service
public class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);
    private static final ZoneId CITY = Zones.CITY;

    private final EntryRows entries;
    private final SealRows seals;
    private final KeyRing keys;
    private final TransactionTemplate snapshot;
    private final Path outside;
    private final int hours;
    private final Clock clock;

    Sealing(
            EntryRows entries,
            SealRows seals,
            KeyRing keys,
            PlatformTransactionManager transactions,
            @Value("${duban.journal.seal-folder:}") String outside,
            @Value("${duban.journal.seal-hours:24}") int hours,
            Clock clock) {
        this.entries = entries;
        this.seals = seals;
        this.keys = keys;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outside = outside.isBlank() ? null : Path.of(outside);
        this.hours = Math.max(1, Math.min(24, hours));
        this.clock = clock;
    }

    /** Runs on every node; whoever comes first seals the period, the others find it sealed. */
    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT15M")
    void sealPeriod() {
        sealNow(slot(), "system");
    }

    // Periods of a day are named by the day, shorter ones by the hour they begin with as well.
    private String slot() {
        var now = clock.instant().atZone(CITY);
        LocalDate day = now.toLocalDate();
        return hours == 24 ? day.toString() : "%sT%02d".formatted(day, now.getHour() / hours * hours);
    }

    /** Seals the present state on a person's word, whatever the period. */
    public Optional<Seal> sealByHand(String username) {
        return sealNow(clock.instant().atZone(CITY).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS) + "", username);
    }

    /** Seals under that name; empty when the name is used already or another node is sealing. */
    Optional<Seal> sealNow(String slot, String by) {
        Optional<Seal> made = Optional.ofNullable(snapshot.execute(status -> {
            if (seals.isSealed(slot) || !seals.mayISeal()) {
                return null;
            }
            Seal seal = bind(slot, by);
            seals.add(seal);
            return seal;
        }));
        made.ifPresent(this::keepOutside);
        return made;
    }

    private Seal bind(String slot, String by) {
        MerkleTree tree = new MerkleTree(keys.algorithm());
        try (Stream<Head> heads = entries.heads()) {
            heads.forEach(head -> tree.add(MerkleTree.leaf(keys.algorithm(), head.chain(), head.seq(), head.mac())));
        }
        Optional<Seal> before = seals.last();
        return new Seal(
                        before.map(Seal::no).orElse(0L) + 1,
                        slot,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        by,
                        tree.leaves(),
                        tree.root(),
                        before.map(Seal::mac).orElseGet(Entry::nothingBefore),
                        null,
                        keys.algorithm().label(),
                        keys.signing())
                .signed(keys.signer());
    }

    private void keepOutside(Seal seal) {
        if (outside == null) {
            return;
        }
        try {
            Files.createDirectories(outside);
            Files.writeString(
                    outside.resolve("seal-%08d.json".formatted(seal.no())),
                    RecordLines.of(seal) + "\n",
                    StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            // The seal itself stands; what is missing is its second copy, and somebody has to see to that.
            log.error("封存 {} 没有写入 {} / seal not written to the outside folder", seal.no(), outside, e);
        }
    }

    /** The seals kept outside the database, none when there is no such folder. */
    Stream<String> keptOutside() {
        if (outside == null || !Files.isDirectory(outside)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(outside)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("seal-\\d+\\.json"))
                    .sorted()
                    .map(Sealing::line)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
