package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.duban.DubanTest;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.FileHashes;
import org.duban.journal.offline.Finding;
import org.duban.journal.offline.Head;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Seals, heads, whole cases and evidence files: what is cut off, put back or replaced is named by both verifiers. */
@DubanTest
class SealTamperTest extends TamperedCopy {

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
}
