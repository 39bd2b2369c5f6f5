package org.duban.petition.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Serials of letters' numbers: without gaps one by one, and in blocks whose rest is lost when an import fails. */
@Component
class PetitionSerials {

    private final JdbcClient db;

    PetitionSerials(JdbcClient db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public long next(int year) {
        return last(year, 1);
    }

    // A transaction of its own gives the row lock back at once; an import holds its own for many rows.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long reserve(int year, int count) {
        return last(year, count) - count + 1;
    }

    private long last(int year, int count) {
        return db.sql("""
                insert into case_serial (flow, year, last) values ('XF', :year, :count)
                on conflict (flow, year) do update set last = case_serial.last + :count
                returning last""")
                .param("year", year)
                .param("count", count)
                .query(Long.class)
                .single();
    }
}
