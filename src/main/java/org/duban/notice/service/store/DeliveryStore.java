package org.duban.notice.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.notice.service.Channel;
import org.duban.notice.service.Delivery;
import org.duban.notice.service.DeliveryState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries and signatures. */
@Repository
public class DeliveryStore {

    private static final String SELECT = """
            select d.*, r.signed_at, r.signed_by, r.signed_name, r.on_behalf_of from paper_delivery d
              left join paper_receipt r on r.paper_id = d.paper_id and r.unit_code = d.unit_code
            """;

    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /** The new delivery's number; empty when there is one of that paper, unit and channel already. */
    public Optional<Long> add(long paper, UnitCode unit, boolean copy, Channel channel, Instant at) {
        return db.sql("""
                        insert into paper_delivery (paper_id, unit_code, copy, channel, state, created_at)
                        values (:paper, :unit, :copy, :channel, 'WAITING', :at)
                        on conflict (paper_id, unit_code, channel) do nothing returning id""")
                .param("paper", paper)
                .param("unit", unit.value())
                .param("copy", copy)
                .param("channel", channel.name())
                .param("at", utc(at))
                .query(Long.class)
                .optional();
    }

    public Optional<Delivery> byId(long id) {
        return db.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(DeliveryStore::delivery)
                .optional();
    }

    public List<Delivery> ofPaper(long paper) {
        return db.sql(SELECT + "where d.paper_id = :paper order by d.copy, d.id")
                .param("paper", paper)
                .query(DeliveryStore::delivery)
                .list();
    }

    public List<Delivery> ofCase(CaseNo caseNo) {
        return db.sql(SELECT + "where d.paper_id in (select id from paper where case_no = :case)"
                        + " order by d.paper_id, d.copy, d.id")
                .param("case", caseNo.value())
                .query(DeliveryStore::delivery)
                .list();
    }

    /** Notes that it went out; false when it was open no longer. */
    public boolean sent(long id, String sentTo, String result, Instant at) {
        return db.sql("""
                        update paper_delivery set state = 'SENT', attempts = attempts + 1, tried_at = :at, sent_at = :at,
                            sent_to = :to, result = :result
                         where id = :id and state in ('WAITING', 'FAILED')""")
                        .param("id", id)
                        .param("at", utc(at))
                        .param("to", sentTo)
                        .param("result", result)
                        .update()
                == 1;
    }

    /** Notes an attempt that failed. */
    public void failed(long id, boolean last, String sentTo, String result, Instant at) {
        db.sql("""
                        update paper_delivery set state = :state, attempts = attempts + 1, tried_at = :at,
                            sent_to = :to, result = :result
                         where id = :id and state in ('WAITING', 'FAILED')""")
                .param("id", id)
                .param("state", (last ? DeliveryState.FAILED : DeliveryState.WAITING).name())
                .param("at", utc(at))
                .param("to", sentTo)
                .param("result", result)
                .update();
    }

    /** Ends an open one in another state; false when it was open no longer. */
    public boolean end(long id, DeliveryState state, String result) {
        return db.sql("update paper_delivery set state = :state, result = :result"
                                + " where id = :id and state in ('WAITING', 'FAILED')")
                        .param("id", id)
                        .param("state", state.name())
                        .param("result", result)
                        .update()
                == 1;
    }

    /** Opens a failed one again; false when it had not failed. */
    public boolean waitAgain(long id) {
        return db.sql("update paper_delivery set state = 'WAITING' where id = :id and state = 'FAILED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Adds what somebody served by hand instead; empty when that is noted already. */
    public Optional<Long> addByHand(Delivery instead, Instant servedAt, String note, Actor by, Instant at) {
        return db.sql("""
                        insert into paper_delivery (paper_id, unit_code, copy, channel, state, created_at, attempts,
                            tried_at, sent_at, result, by_hand, by_hand_name)
                        values (:paper, :unit, :copy, 'HAND', 'SENT', :at, 1, :at, :served, :note, :by, :name)
                        on conflict (paper_id, unit_code, channel) do nothing returning id""")
                .param("paper", instead.paperId())
                .param("unit", instead.unit().value())
                .param("copy", instead.copy())
                .param("at", utc(at))
                .param("served", utc(servedAt))
                .param("note", note)
                .param("by", by.username())
                .param("name", by.name())
                .query(Long.class)
                .optional();
    }

    /** How many somebody has to look at; stops counting at {@code limit}. */
    public int failed(int limit) {
        return db.sql("select count(*) from (select 1 from paper_delivery where state = 'FAILED' limit :limit) f")
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Signs once for each unit; false when somebody of it had signed already. */
    public boolean sign(long paper, UnitCode unit, Actor by, Instant at) {
        boolean first = db.sql("""
                        insert into paper_receipt (paper_id, unit_code, signed_at, signed_by, signed_name, on_behalf_of)
                        values (:paper, :unit, :at, :by, :name, :for) on conflict (paper_id, unit_code) do nothing""")
                        .param("paper", paper)
                        .param("unit", unit.value())
                        .param("at", utc(at))
                        .param("by", by.username())
                        .param("name", by.name())
                        .param("for", by.onBehalfOf())
                        .update()
                == 1;
        if (first) {
            db.sql("update paper set signed_at = :at where id = :paper and addressee = :unit")
                    .param("paper", paper)
                    .param("unit", unit.value())
                    .param("at", utc(at))
                    .update();
        }
        return first;
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        Instant signedAt = instant(row, "signed_at");
        return new Delivery(
                row.getLong("id"),
                row.getLong("paper_id"),
                UnitCode.of(row.getString("unit_code")),
                row.getBoolean("copy"),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                instant(row, "created_at"),
                row.getInt("attempts"),
                instant(row, "tried_at"),
                instant(row, "sent_at"),
                row.getString("sent_to"),
                row.getString("result"),
                row.getString("by_hand_name"),
                signedAt == null
                        ? null
                        : new Delivery.Receipt(
                                signedAt,
                                new Actor(
                                        row.getString("signed_by"),
                                        row.getString("signed_name"),
                                        row.getString("on_behalf_of"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
