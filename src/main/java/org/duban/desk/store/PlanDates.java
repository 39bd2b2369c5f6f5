package org.duban.desk.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.kernel.CaseNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From when to when the measures of the plans in hand run. */
@Repository
public class PlanDates {

    private final JdbcClient db;

    PlanDates(JdbcClient db) {
        this.db = db;
    }

    public record Span(CaseNo no, LocalDate first, LocalDate last) {}

    /** Cases without a plan are left out. */
    public Map<CaseNo, Span> of(Collection<CaseNo> cases) {
        return db
                .sql("""
                        select m.no, min(m.due_on) as first, max(m.due_on) as last
                          from problem p
                          join problem_measure m
                            on m.no = p.no and m.rectification = p.rectification and m.revision = p.plan_revision
                         where p.no = any(:cases) group by m.no""")
                .param("cases", cases.stream().map(CaseNo::value).toArray(String[]::new))
                .query((row, number) -> new Span(
                        CaseNo.of(row.getString("no")),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Span::no, span -> span));
    }
}
