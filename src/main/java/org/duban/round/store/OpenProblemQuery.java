package org.duban.round.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.round.OpenProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a round asks about: problems that were handed over and are not struck off, once for every unit that leads or is
 * responsible, with the measures of the accepted plan.
 */
@Component
class OpenProblemQuery {

    private static final TypeReference<List<OpenProblem.Measure>> MEASURES = new TypeReference<>() {};

    private final JdbcClient db;
    private final ObjectMapper json;

    OpenProblemQuery(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    List<OpenProblem> at(Instant at) {
        return db.sql("""
                select u.unit_code, u.leads, p.no, p.rectification, p.due_on,
                       p.state = 'STANDING' or p.deadline_kind = 'STANDING' as standing,
                       p.rectified_at is not null as rectified,
                       (p.registered_at at time zone 'Asia/Shanghai')::date as registered_on,
                       (plan.decided_at at time zone 'Asia/Shanghai')::date as plan_from,
                       coalesce((select json_agg(json_build_object('seq', m.seq, 'unit', m.unit_code, 'dueOn', m.due_on)
                                                 order by m.seq)
                                   from problem_measure m
                                  where m.no = p.no and m.rectification = plan.rectification
                                    and m.revision = plan.revision), '[]') as measures
                  from problem p
                  join (select no, unit_code, bool_or(role = 'LEAD') as leads from problem_unit
                         group by no, unit_code) u on u.no = p.no
                  left join lateral (select d.rectification, d.revision, d.decided_at from problem_plan d
                         where d.no = p.no and d.rectification = p.rectification and d.decision = 'ACCEPTED'
                         order by d.revision desc limit 1) plan on true
                 where p.struck_off_at is null and p.state not in ('REGISTERED', 'RETURNED')
                   and p.registered_at <= :at
                 order by u.unit_code, standing, p.due_on nulls last, p.no""")
                .param("at", RoundRows.utc(at))
                .query((row, number) -> problem(row))
                .list();
    }

    private OpenProblem problem(ResultSet row) throws SQLException {
        return new OpenProblem(
                UnitCode.of(row.getString("unit_code")),
                CaseNo.of(row.getString("no")),
                row.getInt("rectification"),
                row.getBoolean("leads"),
                row.getBoolean("standing"),
                row.getBoolean("rectified"),
                RoundRows.date(row, "due_on"),
                RoundRows.date(row, "registered_on"),
                RoundRows.date(row, "plan_from"),
                measures(row.getString("measures")));
    }

    private List<OpenProblem.Measure> measures(String text) {
        try {
            return json.readValue(text, MEASURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measures are not what the query built", e);
        }
    }
}
