package org.duban.notice.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.CaseNo;
import org.duban.notice.Message;
import org.duban.notice.MessageCursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what has left, of a case or of all, to whichever group it went. */
@Repository
public class SentStore {

    private final JdbcClient db;

    SentStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Up to {@code limit} messages after the cursor, or from the newest without one.
     *
     * @param groups null for every group's
     * @param caseNo null for every case's
     */
    public List<Message> page(String me, Collection<String> groups, CaseNo caseNo, MessageCursor after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", me);
        parameters.put("limit", limit);
        return db.sql(pageSql(groups, caseNo, after, parameters))
                .params(parameters)
                .query(MessageRows::message)
                .list();
    }

    static String pageSql(
            Collection<String> groups, CaseNo caseNo, MessageCursor after, Map<String, Object> parameters) {
        String narrowed = MessageRows.place("<", after, parameters);
        if (caseNo != null) {
            narrowed += " and case_no = :case";
            parameters.put("case", caseNo.value());
        }
        if (groups != null) {
            narrowed += " and candidate_group = any (:groups)";
            parameters.put("groups", groups.toArray(String[]::new));
        }
        return "with found as (select id from message where left_at is not null" + narrowed
                + " order by left_at desc, id desc limit :limit)\n" + MessageRows.SELECT;
    }
}
