package org.duban.launch.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds problems of the sample city that something may still happen to. */
@Repository
public class SampleCases {

    private final JdbcClient jdbc;

    SampleCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A problem and the units that answer for it and oversee it. */
    public record Case(CaseNo no, UnitCode lead, UnitCode supervisor) {}

    /** Being rectified since before that moment under a department, at most one of each unit, always the same ones. */
    public List<Case> rectifying(Instant before, int most) {
        return jdbc.sql("""
                        select * from (select distinct on (p.lead_unit) p.no, p.lead_unit, p.supervising_unit
                                         from problem p join unit u on u.code = p.supervising_unit and u.kind = 'DEPARTMENT'
                                        where p.state = 'RECTIFYING' and p.lead_unit <> p.supervising_unit
                                          and p.registered_at < :before
                                        order by p.lead_unit, p.no) one
                         order by no limit :most""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new Case(
                        CaseNo.of(row.getString("no")),
                        UnitCode.of(row.getString("lead_unit")),
                        UnitCode.of(row.getString("supervising_unit"))))
                .list();
    }
}
