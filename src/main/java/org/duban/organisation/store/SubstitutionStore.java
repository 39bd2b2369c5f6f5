package org.duban.organisation.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duban.organisation.Substitution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes substitutions; a cancelled one stays as a record. */
@Repository
public class SubstitutionStore {

    private static final String SELECT = "select id, absent, substitute, from_on, to_on from substitution ";

    private final JdbcClient jdbc;

    SubstitutionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Substitution> activeOn(LocalDate day) {
        return jdbc.sql(SELECT + "where cancelled_at is null and from_on <= :day and to_on >= :day order by id")
                .param("day", day)
                .query(Substitution.class)
                .list();
    }

    /** Those that are not over yet on {@code day}, soonest first. */
    public List<Substitution> openSince(LocalDate day) {
        return jdbc.sql(SELECT + "where cancelled_at is null and to_on >= :day order by from_on, id limit 500")
                .param("day", day)
                .query(Substitution.class)
                .list();
    }

    public void add(String absent, String substitute, LocalDate from, LocalDate to, String by, Instant at) {
        jdbc.sql("""
                        insert into substitution (absent, substitute, from_on, to_on, created_by, created_at)
                        values (:absent, :substitute, :from, :to, :by, :at)
                        on conflict (absent, substitute, from_on, to_on) where cancelled_at is null do nothing""")
                .param("absent", absent)
                .param("substitute", substitute)
                .param("from", from)
                .param("to", to)
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Ends the substitution; returns false when there is none open by that number. */
    public boolean cancel(long id, Instant at) {
        return jdbc.sql("update substitution set cancelled_at = :at where id = :id and cancelled_at is null")
                        .param("id", id)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
