package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.DubanTest;
import org.duban.journal.offline.Algorithm;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.Keys;
import org.junit.jupiter.api.Test;

/** What is done to the entries of a case behind the system's back is named by both verifiers. */
@DubanTest
class TamperTest extends TamperedCopy {

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
    void aForgedDecisionIsNamed() {
        long seq = copy.sql(
                        "select min(seq) from journal_entry where chain = :ours and body like '%\"kind\":\"decision\"%'")
                .param("ours", ours)
                .query(Long.class)
                .single();
        for (String forged : List.of(
                "regexp_replace(body, '\"rules\":\\[\"[^\"]*\"', '\"rules\":[\"another\"')",
                "regexp_replace(body, '(\"outputs\":.*\"value\":)[0-9]+', '\\1 90')",
                "regexp_replace(body, '(\"inputs\":.*\"value\":\")', '\\1x')")) {
            backUp();
            change("update journal_entry set body = " + forged + " where chain = :ours and seq = " + seq);
            assertThat(found()).as(forged).contains("altered " + ours + " " + seq + " entry");
            putBack();
        }
    }
}
