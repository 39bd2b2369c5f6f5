package org.duban.notice.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.UnitCode;
import org.duban.notice.service.UnitChannels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where units take papers. */
@Repository
public class ChannelStore {

    private final JdbcClient db;

    ChannelStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<UnitChannels> of(UnitCode unit) {
        return db.sql("select * from unit_channel where unit_code = :unit")
                .param("unit", unit.value())
                .query(ChannelStore::channels)
                .optional();
    }

    /** Of every unit that has any; an office has some dozens. */
    public List<UnitChannels> all() {
        return db.sql("select * from unit_channel order by unit_code")
                .query(ChannelStore::channels)
                .list();
    }

    public void save(UnitChannels channels) {
        db.sql("""
                        insert into unit_channel (unit_code, mail, webhook, webhook_secret, changed_at, changed_by)
                        values (:unit, :mail, :webhook, :secret, :at, :by)
                        on conflict (unit_code) do update set mail = excluded.mail, webhook = excluded.webhook,
                            webhook_secret = excluded.webhook_secret, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by""")
                .param("unit", channels.unit().value())
                .param("mail", channels.mail())
                .param("webhook", channels.webhook())
                .param("secret", channels.secret())
                .param("at", channels.changedAt().atOffset(ZoneOffset.UTC))
                .param("by", channels.changedBy())
                .update();
    }

    private static UnitChannels channels(ResultSet row, int number) throws SQLException {
        return new UnitChannels(
                UnitCode.of(row.getString("unit_code")),
                row.getString("mail"),
                row.getString("webhook"),
                row.getString("webhook_secret"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
