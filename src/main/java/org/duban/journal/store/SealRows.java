package org.duban.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.journal.offline.Leaf;
import org.duban.journal.offline.Seal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals and the heads they bound. */
@Component
public class SealRows {

    private static final int AT_ONCE = 5_000;
    private static final long LOCK = 0x6475_6261_6e53_4541L;
    private static final String SEAL =
            "select no, slot, at, sealed_by, chains, root, prev, mac, algorithm, key_id from journal_seal ";

    private final JdbcClient db;
    private final JdbcClient streaming;

    public SealRows(JdbcTemplate jdbc) {
        this.db = JdbcClient.create(jdbc);
        JdbcTemplate bitByBit = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        bitByBit.setFetchSize(AT_ONCE);
        this.streaming = JdbcClient.create(bitByBit);
    }

    /** Takes the right to seal until the end of the transaction; false when another node has it. */
    public boolean mayISeal() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    public boolean isSealed(String slot) {
        return db.sql("select exists (select 1 from journal_seal where slot = :slot)")
                .param("slot", slot)
                .query(Boolean.class)
                .single();
    }

    public void add(Seal seal) {
        db.sql("""
                        insert into journal_seal (no, slot, at, sealed_by, chains, root, prev, mac, algorithm, key_id)
                        values (:no, :slot, :at, :by, :chains, :root, :prev, :mac, :algorithm, :key)""")
                .param("no", seal.no())
                .param("slot", seal.slot())
                .param("at", seal.at().atOffset(ZoneOffset.UTC))
                .param("by", seal.sealedBy())
                .param("chains", seal.chains())
                .param("root", seal.root())
                .param("prev", seal.prev())
                .param("mac", seal.mac())
                .param("algorithm", seal.algorithm())
                .param("key", seal.keyId())
                .update();
        // Heads no seal has bound yet at this number; the others stand in the leaves already.
        db.sql("""
                        insert into journal_leaf (chain, seq, mac, seal)
                        select chain, seq, mac, :no from journal_head
                        on conflict (chain, seq) do nothing""").param("no", seal.no()).update();
    }

    public Optional<Seal> last() {
        return db.sql(SEAL + "order by no desc limit 1").query(SealRows::seal).optional();
    }

    public Optional<Seal> byNo(long no) {
        return db.sql(SEAL + "where no = :no")
                .param("no", no)
                .query(SealRows::seal)
                .optional();
    }

    public List<Seal> newest(int most) {
        return db.sql(SEAL + "order by no desc limit :most")
                .param("most", most)
                .query(SealRows::seal)
                .list();
    }

    /** All seals in order; close the stream. Needs a transaction. */
    public Stream<Seal> all() {
        return streaming.sql(SEAL + "order by no").query(SealRows::seal).stream();
    }

    /** What all seals bound, in the order of chains and numbers; close the stream. Needs a transaction. */
    public Stream<Leaf> leaves() {
        return db
                .sql("select chain, seq, mac, seal from journal_leaf order by chain, seq")
                .query(SealRows::leaf)
                .stream();
    }

    public List<Leaf> leaves(String chain) {
        return db.sql("select chain, seq, mac, seal from journal_leaf where chain = :chain order by seq")
                .param("chain", chain)
                .query(SealRows::leaf)
                .list();
    }

    /** The newest leaf of every chain, in the order of the chains; close the stream. Needs a transaction. */
    public Stream<Leaf> newestLeaves() {
        return db
                .sql("select distinct on (chain) chain, seq, mac, seal from journal_leaf order by chain, seq desc")
                .query(SealRows::leaf)
                .stream();
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getLong(5),
                row.getBytes(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getString(9),
                row.getString(10));
    }

    private static Leaf leaf(ResultSet row, int number) throws SQLException {
        return new Leaf(row.getString(1), row.getLong(2), row.getBytes(3), row.getLong(4));
    }
}
