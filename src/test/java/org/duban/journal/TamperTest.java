package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.duban.DubanTest;
import org.duban.evidence.EvidenceService;
import org.duban.journal.offline.Algorithm;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.FileHashes;
import org.duban.journal.offline.Finding;
import org.duban.journal.offline.Head;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.Keys;
import org.duban.journal.offline.RecordCheck;
import org.duban.journal.store.EntryRows;
import org.duban.journal.store.SealRows;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a superuser of the database does to a copy of two cases' record, without triggers in the way, is named by the
 * office's check and by the stand-alone one alike.
 */
@DubanTest
class TamperTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static String ours;
    private static String other;

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

    private SingleConnectionDataSource source;
    private JdbcClient copy;
    private EntryRows rows;
    private Sealing sealing;
    private long length;

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

    @Test
    void anUntouchedRecordIsIntact() {
        assertThat(found()).isEmpty();
        assertThat(verification(null).ofAll(false).entries())
                .isEqualTo(copy.sql("select count(*) from journal_entry")
                        .query(Long.class)
                        .single());
    }

    @Test
    void everyColumnOfAnEntryIsCovered() {
        Map<String, String> flips = Map.ofEntries(
                Map.entry("at", "at + interval '1 microsecond'"),
                Map.entry("actor", "'x' || actor"),
                Map.entry("actor_name", "actor_name || ' '"),
                Map.entry("on_behalf_of", "coalesce(on_behalf_of, '') || 'x'"),
                Map.entry("channel", "channel || 'x'"),
                Map.entry("node", "node || 'x'"),
                Map.entry("intervention", "not intervention"),
                Map.entry("body", "overlay(body placing '?' from length(body) - 20)"),
                Map.entry("prev", "set_byte(prev, 0, get_byte(prev, 0) # 1)"),
                Map.entry("mac", "set_byte(mac, 31, get_byte(mac, 31) # 128)"),
                Map.entry("algorithm", "'HMAC-SM3'"),
                Map.entry("key_id", "key_id || 'x'"));
        Set<String> columns = copy.sql(
                        "select column_name from information_schema.columns where table_schema = 'tamper' and table_name = 'journal_entry'")
                .query(String.class)
                .set();
        columns.removeAll(Set.of("chain", "seq"));
        assertThat(flips.keySet()).as("every column is tried").isEqualTo(columns);
        for (long seq : new long[] {1, 5, length}) {
            flips.forEach((column, flipped) -> {
                backUp();
                change("update journal_entry set " + column + " = " + flipped + " where chain = :ours and seq = "
                        + seq);
                assertThat(found())
                        .as("%s of entry %d", column, seq)
                        .contains("altered " + ours + " " + seq + " entry");
                putBack();
            });
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void anEntryMovedToAnotherCaseIsMissingHereAndForeignThere() {
        change("update journal_entry set chain = '" + other + "', seq = 9000 where chain = :ours and seq = 4");
        assertThat(found()).contains("missing " + ours + " 4 entry", "foreign " + other + " 9000 entry");
    }

    @Test
    void deletedEntriesAreNamed() {
        backUp();
        for (long seq : new long[] {1, 5}) {
            change("delete from journal_entry where chain = :ours and seq = " + seq);
            assertThat(found()).contains("missing " + ours + " " + seq + " entry");
            putBack();
        }
        change("delete from journal_entry where chain = :ours and seq > " + (length - 3));
        assertThat(found()).contains("truncated " + ours + " " + (length - 2) + " entry");
    }

    @Test
    void aDeletedEntryIsNamedAlsoWhenTheOthersMoveUp() {
        change("delete from journal_entry where chain = :ours and seq = 5");
        for (long seq = 6; seq <= length; seq++) {
            change("update journal_entry set seq = seq - 1 where chain = :ours and seq = " + seq);
        }
        assertThat(found()).contains("missing " + ours + " 5 entry", "reordered " + ours + " 5 entry");
    }

    @Test
    void entriesCutOffBeforeAnySealBoundThemAreNamedByTheHead() {
        change("delete from journal_leaf");
        change("delete from journal_seal");
        deleteOutside();
        change("delete from journal_entry where chain = :ours and seq = " + length);
        assertThat(found()).contains("truncated " + ours + " " + length + " entry");

        change("update journal_head h set seq = e.seq, mac = e.mac, prev = e.prev from journal_entry e"
                + " where h.chain = :ours and e.chain = h.chain and e.seq = " + (length - 1));
        assertThat(found()).as("a head nobody signed").contains("altered " + ours + " " + (length - 1) + " head");
    }

    @Test
    void aWholeCaseThatIsGoneIsNamed() {
        change("delete from journal_entry where chain = :ours");
        change("delete from journal_head where chain = :ours");
        assertThat(found()).contains("truncated " + ours + " 1 entry", "missing " + ours + " 0 head");
    }

    @Test
    void swappedEntriesAreNamed() {
        change("update journal_entry set seq = 9001 where chain = :ours and seq = 4");
        change("update journal_entry set seq = 4 where chain = :ours and seq = 5");
        change("update journal_entry set seq = 5 where chain = :ours and seq = 9001");
        assertThat(found()).contains("reordered " + ours + " 4 entry", "reordered " + ours + " 5 entry");
    }

    @Test
    void anInsertedEntryIsNamed() {
        backUp();
        insertAt(length + 1);
        assertThat(found()).contains("foreign " + ours + " " + (length + 1) + " entry");
        putBack();
        for (long seq = length; seq >= 5; seq--) {
            change("update journal_entry set seq = seq + 1 where chain = :ours and seq = " + seq);
        }
        insertAt(5);
        assertThat(found()).contains("foreign " + ours + " 5 entry");
    }

    @Test
    void anOldStatePutBackWithItsHeadIsNamed() {
        Entry old = rows.page(ours, length - 4, 1).get(0);
        Head head = Head.of(old, keys.signer());
        change("delete from journal_entry where chain = :ours and seq > " + old.seq());
        copy.sql("update journal_head set seq = :seq, mac = :mac, prev = :prev, proof = :proof where chain = :chain")
                .param("seq", head.seq())
                .param("mac", head.mac())
                .param("prev", head.prev())
                .param("proof", head.proof())
                .param("chain", ours)
                .update();
        assertThat(found()).contains("restored " + ours + " " + (old.seq() + 1) + " entry");
    }

    @Test
    void whoHasNoKeyCannotWriteTheChainAnew() {
        KeyRing forged = KeyRing.of(List.of(Keys.line(keys.signing())), Algorithm.HMAC_SHA_256);
        byte[] prev = Entry.nothingBefore();
        for (Entry entry : rows.page(ours, 0, 1_000)) {
            Entry anew = new Entry(
                            entry.chain(),
                            entry.seq(),
                            entry.at(),
                            "somebody",
                            entry.actorName(),
                            null,
                            entry.channel(),
                            entry.node(),
                            false,
                            entry.body(),
                            prev,
                            null,
                            entry.algorithm(),
                            entry.keyId())
                    .signed(forged.signer());
            prev = anew.mac();
            copy.sql(
                            "update journal_entry set actor = 'somebody', prev = :prev, mac = :mac where chain = :chain and seq = :seq")
                    .param("prev", anew.prev())
                    .param("mac", anew.mac())
                    .param("chain", ours)
                    .param("seq", anew.seq())
                    .update();
        }
        Set<String> found = found();
        assertThat(found.stream()
                        .filter(one -> one.startsWith("altered " + ours))
                        .count())
                .isEqualTo(length);
    }

    @Test
    void tamperedSealsAreNamed() {
        sealing.sealNow("2026-03-03", "system");
        backUp();
        change("update journal_seal set root = set_byte(root, 0, get_byte(root, 0) # 1) where no = 2");
        assertThat(found()).contains("altered null 2 seal");
        putBack();
        change("delete from journal_seal where no = 1");
        assertThat(found()).contains("missing null 1 seal");
        putBack();
        change("update journal_leaf set seq = seq - 1 where chain = :ours");
        assertThat(found()).contains("altered null 2 seal");
        putBack();
        change("delete from journal_seal where no = 2");
        assertThat(verification(null).ofAll(false).findings())
                .as("kept outside the database")
                .anyMatch(finding -> finding.kind() == Finding.Kind.MISSING && finding.seq() == 2);
    }

    @Test
    void aPeriodIsSealedOnceWhoeverComes() {
        assertThat(sealing.sealNow("2026-03-02", "another node")).isEmpty();
        assertThat(copy.sql("select count(*) from journal_seal")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aReplacedOrDeletedEvidenceFileIsNamed() throws Exception {
        String hash = copy.sql("select substring(body from '\"sha256\":\"([0-9a-f]{64})\"') from journal_entry"
                        + " where chain = :ours and body like '%evidence.handedIn%'")
                .param("ours", ours)
                .query(String.class)
                .single();
        for (String one : copy.sql("select substring(body from '\"sha256\":\"([0-9a-f]{64})\"') from journal_entry"
                        + " where body like '%evidence.handedIn%'")
                .query(String.class)
                .list()) {
            Files.copy(evidence.place(one), folder.resolve(one));
        }
        FileHashes files = new FileHashes(folder::resolve);
        assertThat(found(files)).isEmpty();
        Files.writeString(folder.resolve(hash), "another picture");
        assertThat(found(files))
                .singleElement()
                .asString()
                .startsWith("altered " + ours)
                .endsWith("evidence");
        Files.delete(folder.resolve(hash));
        assertThat(found(files))
                .singleElement()
                .asString()
                .startsWith("missing " + ours)
                .endsWith("evidence");
    }

    @Test
    void theDatabaseItselfRefusesToChangeTheRecord() {
        for (String change : List.of(
                "update journal_entry set actor = 'x'",
                "delete from journal_entry",
                "truncate journal_entry",
                "delete from journal_head",
                "update journal_head set seq = seq - 1",
                "update journal_seal set slot = 'x'",
                "delete from journal_check",
                "truncate journal_leaf")) {
            if (!change.startsWith("truncate")
                    && original.queryForObject(
                                    "select count(*) from " + change.replaceAll(".*(journal_\\w+).*", "$1"), Long.class)
                            == 0) {
                continue;
            }
            assertThatThrownBy(() -> original.execute(change))
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(only added to|only moves to the next).*");
        }
    }

    private Verification verification(FileHashes files) {
        return new Verification(
                rows,
                new SealRows(new JdbcTemplate(source)),
                keys,
                files,
                sealing,
                new DataSourceTransactionManager(source));
    }

    /** What both find, which must be the same. */
    private Set<String> found() {
        return found(null);
    }

    private Set<String> found(FileHashes files) {
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

    private static Set<String> words(List<Finding> findings) {
        return findings.stream()
                .map(one -> one.kind().word() + " " + one.chain() + " " + one.seq() + " " + one.part())
                .collect(Collectors.toSet());
    }

    private void insertAt(long seq) {
        change("insert into journal_entry select chain, " + seq
                + ", at, 'forger', actor_name, on_behalf_of, channel, node,"
                + " intervention, body, mac, sha256(mac), algorithm, key_id from journal_entry where chain = :ours and seq = "
                + (seq - 1));
    }

    private void change(String sql) {
        var statement = copy.sql(sql);
        (sql.contains(":ours") ? statement.param("ours", ours) : statement).update();
    }

    private void deleteOutside() {
        try (var files = Files.list(folder.resolve("seals"))) {
            files.forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void backUp() {
        for (String table : List.of("journal_entry", "journal_head", "journal_seal", "journal_leaf")) {
            change("drop table if exists kept_" + table);
            change("create table kept_" + table + " as table " + table);
        }
    }

    private void putBack() {
        for (String table : List.of("journal_entry", "journal_head", "journal_seal", "journal_leaf")) {
            change("delete from " + table);
            change("insert into " + table + " select * from kept_" + table);
        }
    }
}
