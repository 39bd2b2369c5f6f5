package org.duban.notice.service.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.UnitCode;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.store.PaperStore;
import org.duban.notice.service.PaperFilter;
import org.duban.notice.service.PaperState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists papers by how their service stands. */
@Repository
public class PaperListStore {

    private final JdbcClient db;

    PaperListStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The newest first.
     *
     * @param mine papers to or for the knowledge of these units only; null for all
     */
    public List<Paper> page(PaperFilter filter, Collection<UnitCode> mine, Long before, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit);
        return db.sql(sql(filter, mine, before, parameters))
                .params(parameters)
                .query(PaperStore::paper)
                .list();
    }

    static String sql(PaperFilter filter, Collection<UnitCode> mine, Long before, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(
                "select p.*, t.version as template from paper p join paper_template t on t.id = p.template_id where true");
        if (before != null) {
            sql.append(" and p.id < :before");
            parameters.put("before", before);
        }
        if (filter.kind() != null) {
            sql.append(" and p.kind = :kind");
            parameters.put("kind", filter.kind().name());
        }
        if (filter.unit() != null) {
            sql.append(" and p.addressee = :unit");
            parameters.put("unit", filter.unit().value());
        }
        if (filter.words() != null) {
            sql.append(" and (position(:words in p.number) > 0 or p.case_no = :words)");
            parameters.put("words", filter.words());
        }
        if (filter.state() != null) {
            sql.append(state(filter.state()));
        }
        if (mine != null) {
            sql.append(" and (p.addressee = any (:mine) or p.copies && cast(:mine as text[]))");
            parameters.put("mine", mine.stream().map(UnitCode::value).toArray(String[]::new));
        }
        return sql.append(" order by p.id desc limit :limit").toString();
    }

    private static String state(PaperState state) {
        return switch (state) {
            case WITHDRAWN -> " and p.withdrawn_at is not null";
            case FAILED -> " and p.withdrawn_at is null and p.id in " + in("'FAILED'");
            case WAITING ->
                " and p.withdrawn_at is null and p.id in " + in("'WAITING'") + " and p.id not in " + in("'FAILED'");
            case UNSIGNED ->
                " and p.withdrawn_at is null and p.signed_at is null and p.id not in " + in("'FAILED', 'WAITING'");
            case SIGNED ->
                " and p.withdrawn_at is null and p.signed_at is not null and p.id not in " + in("'FAILED', 'WAITING'");
        };
    }

    // Few at any time, and an index of their own.
    private static String in(String states) {
        return "(select paper_id from paper_delivery where state in (" + states + "))";
    }
}
