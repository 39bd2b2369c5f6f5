package org.duban.engine;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who brought which version of a table into force, and why; adds only. */
@Component
public class RuleChanges {

    private final JdbcClient db;

    RuleChanges(JdbcClient db) {
        this.db = db;
    }

    /** @param byName the person's name as it was then */
    public record Change(String by, String byName, String reason, String fileName, Instant at) {}

    /** Keeps other changes of that table out until the transaction ends. */
    void lock(String key) {
        db.sql("select 1 from (select pg_advisory_xact_lock(hashtext('duban.rules.' || :key))) as taken")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    void add(String definition, String key, Change change) {
        db.sql("""
                        insert into rule_change (definition_id, decision_key, changed_by, changed_by_name, reason,
                            file_name, changed_at)
                        values (:definition, :key, :by, :byName, :reason, :fileName, :at)""")
                .param("definition", definition)
                .param("key", key)
                .param("by", change.by())
                .param("byName", change.byName())
                .param("reason", change.reason())
                .param("fileName", change.fileName())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of one table, by the id of the definition. */
    Map<String, Change> of(String key) {
        Map<String, Change> found = new LinkedHashMap<>();
        db.sql("select * from rule_change where decision_key = :key order by changed_at")
                .param("key", key)
                .query((ResultSet row) -> {
                    found.put(
                            row.getString("definition_id"),
                            new Change(
                                    row.getString("changed_by"),
                                    row.getString("changed_by_name"),
                                    row.getString("reason"),
                                    row.getString("file_name"),
                                    row.getObject("changed_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return found;
    }
}
