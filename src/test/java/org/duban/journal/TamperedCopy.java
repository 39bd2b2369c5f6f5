package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.duban.evidence.EvidenceService;
import org.duban.journal.offline.FileHashes;
import org.duban.journal.offline.Finding;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.RecordCheck;
import org.duban.journal.store.EntryRows;
import org.duban.journal.store.SealRows;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of two cases' record in a schema without triggers, for tests to do with as a superuser of the database could;
 * what is found then, the office's check and the stand-alone one must say alike.
 */
abstract class TamperedCopy {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    static String ours;
    static String other;

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext application;

    @Autowired
    DataSource database;

    @Autowired
    JdbcTemplate original;

    @Autowired
    KeyRing keys;

    @Autowired
    EvidenceService evidence;

    @Autowired
    CityClock clock;

    SingleConnectionDataSource source;
    JdbcClient copy;
    EntryRows rows;
    Sealing sealing;
    long length;

    @BeforeEach
    void copyTwoCases() throws Exception {
        clock.freezeAt(Instant.parse("2026-03-02T01:00:00Z"));
        if (ours == null) {
            ours = worked().no().value();
            other = worked().no().value();
        }
        original.execute("drop schema if exists tamper cascade");
        original.execute("create schema tamper");
        for (String table : List.of("journal_entry", "journal_head", "journal_seal", "journal_leaf")) {
            original.execute("create table tamper." + table + " (like public." + table + " including all)");
        }
        original.update(
                "insert into tamper.journal_entry select * from public.journal_entry where chain in (?, ?)",
                ours,
                other);
        original.update(
                "insert into tamper.journal_head select * from public.journal_head where chain in (?, ?)", ours, other);
        String url = database.unwrap(HikariDataSource.class).getJdbcUrl();
        source = new SingleConnectionDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=tamper", true);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        copy = JdbcClient.create(jdbc);
        rows = new EntryRows(jdbc);
        sealing = sealing(keys);
        sealing.sealNow("2026-03-02", "system");
        length = rows.head(ours).get(0).seq();
        assertThat(length).isGreaterThan(8);
    }

    private Sealing sealing(KeyRing with) {
        return new Sealing(
                rows,
                new SealRows(new JdbcTemplate(source)),
                with,
                new DataSourceTransactionManager(source),
                folder.resolve("seals").toString(),
                24,
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        source.destroy();
        original.execute("drop schema if exists tamper cascade");
        clock.reset();
    }

    private CaseDriver worked() {
        CaseDriver office = Journey.rectifying(
                application,
                CaseDriver.row("V" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 12, 31)), "350582"));
        return Journey.reported(office);
    }

    Verification verification(FileHashes files) {
        return new Verification(
                rows,
                new SealRows(new JdbcTemplate(source)),
                keys,
                files,
                sealing,
                new DataSourceTransactionManager(source));
    }

    /** What both find, which must be the same. */
    Set<String> found() {
        return found(null);
    }

    Set<String> found(FileHashes files) {
        Set<String> office = words(verification(files).ofAll(files != null).findings());
        StringWriter exported = new StringWriter();
        new JournalExport(
                        rows,
                        new SealRows(new JdbcTemplate(source)),
                        Clock.systemUTC(),
                        new DataSourceTransactionManager(source))
                .ofAll(exported);
        RecordCheck alone = new RecordCheck(keys, files);
        exported.toString().lines().forEach(alone);
        assertThat(words(alone.finish())).as("the stand-alone verifier").isEqualTo(office);
        Set<String> ofCase = words(verification(files).ofCase(ours).findings());
        assertThat(ofCase)
                .as("the check of the one case")
                .isEqualTo(office.stream()
                        .filter(one -> one.contains(ours) || one.contains("null"))
                        .collect(Collectors.toSet()));
        return office;
    }

    static Set<String> words(List<Finding> findings) {
        return findings.stream()
                .map(one -> one.kind().word() + " " + one.chain() + " " + one.seq() + " " + one.part())
                .collect(Collectors.toSet());
    }

    void insertAt(long seq) {
        change("insert into journal_entry select chain, " + seq
                + ", at, 'forger', actor_name, on_behalf_of, channel, node,"
                + " intervention, body, mac, sha256(mac), algorithm, key_id from journal_entry where chain = :ours and seq = "
                + (seq - 1));
    }

    void change(String sql) {
        var statement = copy.sql(sql);
        (sql.contains(":ours") ? statement.param("ours", ours) : statement).update();
    }

    void deleteOutside() {
        try (var files = Files.list(folder.resolve("seals"))) {
            files.forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void backUp() {
        for (String table : List.of("journal_entry", "journal_head", "journal_seal", "journal_leaf")) {
            change("drop table if exists kept_" + table);
            change("create table kept_" + table + " as table " + table);
        }
    }

    void putBack() {
        for (String table : List.of("journal_entry", "journal_head", "journal_seal", "journal_leaf")) {
            change("delete from " + table);
            change("insert into " + table + " select * from kept_" + table);
        }
    }
}
