package org.duban.petition.publication.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.duban.petition.publication.PublicationStore.Counts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each batch has come; says in SQL what {@code Draft.basis} says of one letter. */
@Component
class PublicationCounts {

    private static final String BASIS = "coalesce(p.passed_at, p.closed_at)";
    private static final String READY = "(" + BASIS + " is not null and p.outcome is not null"
            + " and p.state in ('FOLLOW_UP', 'CALL_BACK', 'LEADERS_CASE', 'CLOSED'))";
    private static final String SAME = "(d.basis = " + BASIS + " and d.outcome = p.outcome)";

    private static final String SELECT = """
            select b.id,
                   count(p.no) as letters,
                   count(*) filter (where %1$s) as ready,
                   count(*) filter (where %1$s and w.no is null and (d.no is null or d.step = 'DRAFT' or not %2$s)
                                      and (d.step is distinct from 'RELEASED' or d.live = 'SHOWN')) as to_confirm,
                   count(*) filter (where %1$s and w.no is null and d.step = 'CONFIRMED' and %2$s) as to_release,
                   count(*) filter (where d.live = 'SHOWN') as shown,
                   count(*) filter (where d.live = 'WITHDRAWN') as withdrawn,
                   count(*) filter (where w.no is not null and w.confirmed_at is null) as to_withhold,
                   count(*) filter (where w.confirmed_at is not null) as withheld
              from (%3$s) b
              left join petition p on p.batch_id = b.id
              left join petition_publication d on d.no = p.no
              left join petition_withholding w on w.no = p.no and w.ended_at is null
             group by b.id, b.place order by b.place""";

    private final JdbcClient db;

    PublicationCounts(JdbcClient db) {
        this.db = db;
    }

    List<Counts> page(int size, int offset) {
        String batches = """
                select id, row_number() over (order by handed_over_on desc nulls last, id desc) as place
                  from petition_batch order by handed_over_on desc nulls last, id desc
                 limit :size offset :offset""";
        return db.sql(SELECT.formatted(READY, SAME, batches))
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> counts(row))
                .list();
    }

    Counts of(long batch) {
        return db.sql(SELECT.formatted(READY, SAME, "select cast(:batch as bigint) as id, 1 as place"))
                .param("batch", batch)
                .query((row, n) -> counts(row))
                .single();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("id"),
                row.getInt("letters"),
                row.getInt("ready"),
                row.getInt("to_confirm"),
                row.getInt("to_release"),
                row.getInt("shown"),
                row.getInt("withdrawn"),
                row.getInt("to_withhold"),
                row.getInt("withheld"));
    }
}
