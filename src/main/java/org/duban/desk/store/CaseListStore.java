package org.duban.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.duban.desk.CaseCursor;
import org.duban.desk.CaseOrder;
import org.duban.desk.CaseRow;
import org.duban.problem.DeadlineKind;
import org.duban.problem.Precision;
import org.duban.problem.ProblemState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger. Pages are found by key, never by offset, so that the last page costs what the first does. */
@Repository
public class CaseListStore {

    private static final String COLUMNS = """
            p.no, p.title, p.source, p.list_region, p.list_serial, p.lead_unit, p.supervising_unit, p.state,
            p.deadline_kind, p.deadline_text, p.due_on, p.due_precision, p.also_standing, p.rectification,
            p.registered_at, p.rectified_at, %s as done_at, p.struck_off_at,
            array(select u.unit_code from problem_unit u
                   where u.no = p.no and u.role = 'RESPONSIBLE' order by u.seq) as responsible_units,
            coalesce((select e.at from problem_event e where e.no = p.no order by e.seq desc limit 1),
                     p.registered_at) as updated_at,
            coalesce(%s, false) as overdue""".formatted(CaseListQuery.DONE_AT, CaseListQuery.OVERDUE);

    private static final String STATE_RANK = "coalesce(array_position('{"
            + String.join(
                    ",", Arrays.stream(ProblemState.values()).map(Enum::name).toList())
            + "}'::text[], p.state), 99)";

    private static final int FETCH = 500;

    /** The long texts of a case, for the exported ledger. */
    public record Text(String description, List<String> pollutionTypes, String site, String goal, String measures) {}

    private final JdbcClient db;
    private final JdbcClient rowByRow;

    CaseListStore(JdbcClient db, DataSource dataSource) {
        this.db = db;
        JdbcTemplate fetching = new JdbcTemplate(dataSource);
        fetching.setFetchSize(FETCH);
        this.rowByRow = JdbcClient.create(fetching);
    }

    /** Up to {@code limit} rows after the cursor, or from the start without one. */
    public List<CaseRow> page(CaseListQuery query, CaseOrder order, CaseCursor after, int limit) {
        String key = key(order.column());
        Map<String, Object> parameters = query.parameters();
        String from = "true";
        if (after != null) {
            from = "(" + key + ", p.no) " + (order.descending() ? "<" : ">") + " (cast(:afterKey as "
                    + type(order.column()) + "), :afterNo)";
            parameters.put("afterKey", after.key());
            parameters.put("afterNo", after.no());
        }
        parameters.put("limit", limit);
        return db.sql("select " + COLUMNS + ", cast(" + key + " as text) as sort_key from problem p\nwhere "
                        + query.where() + "\n  and " + from + "\norder by " + direction(order) + " limit :limit")
                .params(parameters)
                .query(CaseListStore::row)
                .list();
    }

    /** The case under the same conditions, if it fulfils them. */
    public Optional<CaseRow> one(CaseListQuery query, String no) {
        Map<String, Object> parameters = query.parameters();
        parameters.put("no", no);
        return db.sql("select " + COLUMNS + ", p.no as sort_key from problem p\nwhere p.no = :no and " + query.where())
                .params(parameters)
                .query(CaseListStore::row)
                .optional();
    }

    /** How many there are; stops counting at {@code limit}. */
    public int count(CaseListQuery query, int limit) {
        Map<String, Object> parameters = query.parameters();
        parameters.put("limit", limit);
        return db.sql("select count(*) from (select 1 from problem p where " + query.where() + " limit :limit) found")
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    public Map<ProblemState, Integer> countByState(CaseListQuery query) {
        Map<ProblemState, Integer> counts = new EnumMap<>(ProblemState.class);
        db.sql("select p.state, count(*) as cases from problem p where " + query.where() + " group by p.state")
                .params(query.parameters())
                .query(row -> {
                    counts.put(ProblemState.valueOf(row.getString("state")), row.getInt("cases"));
                });
        return counts;
    }

    /** Hands over row by row; needs a transaction around it, or the driver reads everything at once. */
    public void stream(CaseListQuery query, CaseOrder order, int limit, BiConsumer<CaseRow, Text> each) {
        Map<String, Object> parameters = query.parameters();
        parameters.put("limit", limit);
        rowByRow.sql("select " + COLUMNS + ", p.no as sort_key, p.description, p.pollution_types, p.site, p.goal,"
                        + " p.measures_text from problem p\nwhere " + query.where() + "\norder by "
                        + direction(order) + " limit :limit")
                .params(parameters)
                .query(row -> {
                    each.accept(row(row, 0), text(row));
                });
    }

    private static String direction(CaseOrder order) {
        String way = order.descending() ? " desc" : "";
        return order.column() == CaseOrder.Column.NO ? "p.no" + way : key(order.column()) + way + ", p.no" + way;
    }

    private static String key(CaseOrder.Column column) {
        return switch (column) {
            case NO -> "p.no";
            case SOURCE -> "p.source";
            case LEAD_UNIT -> "coalesce(p.lead_unit, '')";
            case DUE_ON -> CaseListQuery.DUE;
            case STATE -> STATE_RANK;
        };
    }

    private static String type(CaseOrder.Column column) {
        return switch (column) {
            case NO, SOURCE, LEAD_UNIT -> "text";
            case DUE_ON -> "date";
            case STATE -> "int";
        };
    }

    private static CaseRow row(ResultSet row, int number) throws SQLException {
        return new CaseRow(
                row.getString("no"),
                row.getString("title"),
                row.getString("source"),
                row.getString("list_region"),
                row.getString("list_serial"),
                row.getString("lead_unit"),
                Columns.texts(row, "responsible_units"),
                row.getString("supervising_unit"),
                Columns.word(row, "state", ProblemState.class),
                Columns.word(row, "deadline_kind", DeadlineKind.class),
                row.getString("deadline_text"),
                row.getObject("due_on", LocalDate.class),
                Columns.word(row, "due_precision", Precision.class),
                row.getBoolean("also_standing"),
                row.getInt("rectification"),
                Columns.instant(row, "registered_at"),
                Columns.instant(row, "rectified_at"),
                Columns.instant(row, "done_at"),
                Columns.instant(row, "struck_off_at"),
                row.getBoolean("overdue"),
                Columns.instant(row, "updated_at"),
                row.getString("sort_key"));
    }

    private static Text text(ResultSet row) throws SQLException {
        return new Text(
                row.getString("description"),
                Columns.texts(row, "pollution_types"),
                row.getString("site"),
                row.getString("goal"),
                row.getString("measures_text"));
    }
}
