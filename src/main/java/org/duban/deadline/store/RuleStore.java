package org.duban.deadline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.CountingUnit;
import org.duban.deadline.DeadlineRule;
import org.duban.deadline.FirstDay;
import org.duban.deadline.Period;
import org.duban.deadline.RestDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rules of periods. */
@Repository
public class RuleStore {

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<DeadlineRule> byCode(String code) {
        return jdbc.sql("select * from deadline_rule where code = :code")
                .param("code", code)
                .query(RuleStore::rule)
                .optional();
    }

    public List<DeadlineRule> all() {
        return jdbc.sql("select * from deadline_rule order by code")
                .query(RuleStore::rule)
                .list();
    }

    private static DeadlineRule rule(ResultSet row, int number) throws SQLException {
        return new DeadlineRule(
                row.getString("code"),
                row.getString("name"),
                period(row),
                row.getBoolean("subject_date"),
                row.getString("clause"));
    }

    /** The period columns, which rules and ledger rows have in common. */
    static Period period(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        String firstDay = row.getString("first_day");
        return new Period(
                row.getObject("days", Integer.class),
                row.getObject("months", Integer.class),
                unit == null ? null : CountingUnit.valueOf(unit),
                firstDay == null ? null : FirstDay.valueOf(firstDay),
                RestDay.valueOf(row.getString("rest_day")));
    }
}
