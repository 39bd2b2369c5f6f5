package org.duban.journal.store;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.journal.ByHand;
import org.duban.journal.ByHand.Place;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.Head;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the record: added together with their heads, and read. */
@Component
public class EntryRows {

    private static final int AT_ONCE = 2_000;
    private static final String ENTRY =
            "select chain, seq, at, actor, actor_name, on_behalf_of, channel, node, intervention, body, prev, mac,"
                    + " algorithm, key_id from journal_entry ";

    // The head moves first: its row is the lock of the chain. Where somebody else has moved it meanwhile, nothing of
    // that
    // chain is written and the chain is not in the answer.
    private static final String APPEND = """
            with given as materialized (
                select * from unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::text[], ?::boolean[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[],
                                     ?::text[])
                    as g (chain, seq, at, actor, actor_name, on_behalf_of, channel, node, intervention, body, prev, mac,
                          proof, algorithm, key_id)
            ), head as (
                insert into journal_head as h (chain, seq, mac, prev, proof, algorithm, key_id)
                select chain, seq, mac, prev, proof, algorithm, key_id from given
                 where seq = 1 or exists (select 1 from journal_head there where there.chain = given.chain)
                 order by chain
                on conflict (chain) do update
                   set seq = excluded.seq, mac = excluded.mac, prev = excluded.prev, proof = excluded.proof,
                       algorithm = excluded.algorithm, key_id = excluded.key_id
                 where h.seq = excluded.seq - 1 and h.mac = excluded.prev
                returning h.chain
            )
            insert into journal_entry (chain, seq, at, actor, actor_name, on_behalf_of, channel, node, intervention, body,
                                       prev, mac, algorithm, key_id)
            select g.chain, g.seq, g.at, g.actor, g.actor_name, g.on_behalf_of, g.channel, g.node, g.intervention, g.body,
                   g.prev, g.mac, g.algorithm, g.key_id
              from given g join head using (chain)
            returning chain""";

    private final JdbcTemplate jdbc;
    private final JdbcClient db;
    private final JdbcClient streaming;

    public EntryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.db = JdbcClient.create(jdbc);
        JdbcTemplate bitByBit = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        bitByBit.setFetchSize(AT_ONCE);
        this.streaming = JdbcClient.create(bitByBit);
    }

    /** The last entry of each chain that has one: its number and keyed hash. */
    public Map<String, Last> last(Set<String> chains) {
        Map<String, Last> last = new HashMap<>();
        db.sql("select chain, seq, mac from journal_head where chain = any(:chains)")
                .param("chains", chains.toArray(String[]::new))
                .query(row -> {
                    last.put(row.getString(1), new Last(row.getLong(2), row.getBytes(3)));
                });
        return last;
    }

    /** Number and keyed hash of a chain's last entry. */
    public record Last(long seq, byte[] mac) {

        public static final Last NONE = new Last(0, Entry.nothingBefore());
    }

    /** Adds entries of different chains, each with the head it makes; returns the chains that were added to. */
    public Set<String> append(List<Entry> entries, List<Head> heads) {
        return jdbc.execute((Connection connection) -> {
            try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
                int at = 1;
                insert.setArray(at++, array(connection, "text", entries, Entry::chain));
                insert.setArray(at++, array(connection, "bigint", entries, Entry::seq));
                insert.setArray(at++, array(connection, "timestamptz", entries, entry -> entry.at()
                        .toString()));
                insert.setArray(at++, array(connection, "text", entries, Entry::actor));
                insert.setArray(at++, array(connection, "text", entries, Entry::actorName));
                insert.setArray(at++, array(connection, "text", entries, Entry::onBehalfOf));
                insert.setArray(at++, array(connection, "text", entries, Entry::channel));
                insert.setArray(at++, array(connection, "text", entries, Entry::node));
                insert.setArray(at++, array(connection, "boolean", entries, Entry::intervention));
                insert.setArray(at++, array(connection, "text", entries, EntryRows::body));
                insert.setArray(at++, hashes(connection, entries, Entry::prev));
                insert.setArray(at++, hashes(connection, entries, Entry::mac));
                insert.setArray(at++, hashes(connection, heads, Head::proof));
                insert.setArray(at++, array(connection, "text", entries, Entry::algorithm));
                insert.setArray(at, array(connection, "text", entries, Entry::keyId));
                Set<String> added = new HashSet<>();
                try (ResultSet rows = insert.executeQuery()) {
                    while (rows.next()) {
                        added.add(rows.getString(1));
                    }
                }
                return added;
            }
        });
    }

    private static String body(Entry entry) {
        return new String(entry.body(), StandardCharsets.UTF_8);
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static <T> Array hashes(Connection connection, List<T> rows, Function<T, byte[]> column)
            throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    /** All entries in the order of chains and numbers; close the stream. Needs a transaction. */
    public Stream<Entry> all() {
        return streaming.sql(ENTRY + "order by chain, seq").query(EntryRows::entry).stream();
    }

    /** The entries of one chain in order; close the stream. Needs a transaction. */
    public Stream<Entry> of(String chain) {
        return db
                .sql(ENTRY + "where chain = :chain order by seq")
                .param("chain", chain)
                .query(EntryRows::entry)
                .stream();
    }

    /** When that entry was written; as early as can be where it is gone. */
    public Instant at(String chain, long seq) {
        return db.sql("select at from journal_entry where chain = :chain and seq = :seq")
                .param("chain", chain)
                .param("seq", seq)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    /** A page of one chain's entries after that number. */
    public List<Entry> page(String chain, long after, int size) {
        return db.sql(ENTRY + "where chain = :chain and seq > :after order by seq limit :size")
                .param("chain", chain)
                .param("after", after)
                .param("size", size)
                .query(EntryRows::entry)
                .list();
    }

    /** A page of manual interventions, the newest first. */
    public List<Entry> interventions(ByHand filter, Place after, int size) {
        StringBuilder sql = new StringBuilder(ENTRY).append("where intervention");
        sql.append(filter.actor() == null ? "" : " and actor = :actor");
        sql.append(filter.chain() == null ? "" : " and chain = :chain");
        sql.append(filter.from() == null ? "" : " and at >= :from");
        sql.append(filter.until() == null ? "" : " and at < :until");
        sql.append(after == null ? "" : " and at <= :at and (at < :at or (chain, seq) > (:atChain, :atSeq))");
        return db.sql(sql.append(" order by at desc, chain, seq limit :size").toString())
                .param("actor", filter.actor())
                .param("chain", filter.chain())
                .param("from", zoned(filter.from()))
                .param("until", zoned(filter.until()))
                .param("at", after == null ? null : zoned(after.at()))
                .param("atChain", after == null ? null : after.chain())
                .param("atSeq", after == null ? null : after.seq())
                .param("size", size)
                .query(EntryRows::entry)
                .list();
    }

    private static OffsetDateTime zoned(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** The newest manual interventions. */
    public List<Entry> interventions(int most) {
        return db.sql(ENTRY + "where intervention order by at desc, chain, seq limit :most")
                .param("most", most)
                .query(EntryRows::entry)
                .list();
    }

    /** All heads in the order of chains; close the stream. Needs a transaction. */
    public Stream<Head> heads() {
        return db
                .sql("select chain, seq, mac, prev, proof, algorithm, key_id from journal_head order by chain")
                .query(EntryRows::head)
                .stream();
    }

    public List<Head> head(String chain) {
        return db.sql("select chain, seq, mac, prev, proof, algorithm, key_id from journal_head where chain = :chain")
                .param("chain", chain)
                .query(EntryRows::head)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getBytes(10),
                row.getBytes(11),
                row.getBytes(12),
                row.getString(13),
                row.getString(14));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getString(1),
                row.getLong(2),
                row.getBytes(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getString(6),
                row.getString(7));
    }
}
