package org.duban.petition.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.IdentityKeys;
import org.duban.petition.IdentityStore;
import org.duban.petition.Unmasking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sealed identities and the looks at them. */
@Repository
class JdbcIdentityStore implements IdentityStore {

    private final JdbcClient db;

    JdbcIdentityStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void add(CaseNo no, IdentityKeys.Sealed sealed, Instant at) {
        db.sql("insert into petition_identity (no, key_id, sealed, sealed_at) values (:no, :key, :sealed, :at)")
                .param("no", no.value())
                .param("key", sealed.keyId())
                .param("sealed", sealed.content())
                .param("at", Rows.at(at))
                .update();
    }

    @Override
    public Optional<IdentityKeys.Sealed> find(CaseNo no) {
        return db.sql("select key_id, sealed from petition_identity where no = :no")
                .param("no", no.value())
                .query((row, n) -> new IdentityKeys.Sealed(row.getString("key_id"), row.getBytes("sealed")))
                .optional();
    }

    @Override
    public void addUnmasking(CaseNo no, String purpose, Actor by, Instant at) {
        db.sql("""
                insert into petition_unmasking (no, purpose, actor, actor_name, on_behalf_of, at)
                values (:no, :purpose, :actor, :name, :behalf, :at)""")
                .param("no", no.value())
                .param("purpose", purpose)
                .param("actor", by.username())
                .param("name", by.name())
                .param("behalf", by.onBehalfOf())
                .param("at", Rows.at(at))
                .update();
    }

    @Override
    public List<Unmasking> unmaskings(int size, int offset) {
        return db.sql("select * from petition_unmasking order by at desc, id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> unmasking(row))
                .list();
    }

    @Override
    public List<Unmasking> unmaskings(CaseNo no) {
        return db.sql("select * from petition_unmasking where no = :no order by id")
                .param("no", no.value())
                .query((row, n) -> unmasking(row))
                .list();
    }

    private static Unmasking unmasking(ResultSet row) throws SQLException {
        return new Unmasking(
                row.getLong("id"),
                row.getString("no"),
                row.getString("purpose"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("on_behalf_of"),
                Rows.instant(row, "at"));
    }
}
