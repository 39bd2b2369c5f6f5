package org.duban.petition.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.PetitionEvent;
import org.duban.petition.PetitionFact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history: rows are added and read, never changed. */
@Component("petitionEventRows")
class EventRows {

    private final JdbcClient db;
    private final Rows rows;

    EventRows(JdbcClient db, Rows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** Adds after the last event of each letter, in the order given; returns them with their places. */
    List<PetitionEvent> append(List<PetitionEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> values = new ArrayList<>();
        for (PetitionEvent event : events) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("no", event.no().value());
            row.put("seq", event.seq());
            row.put("at", event.at().toString());
            row.put("actor", event.by().username());
            row.put("actor_name", event.by().name());
            row.put("on_behalf_of", event.by().onBehalfOf());
            row.put("unit_code", Rows.text(event.unit()));
            row.put("kind", event.fact().event());
            row.put("data", event.data());
            values.add(row);
        }
        Map<String, Long> before = new HashMap<>();
        db.sql("""
                insert into petition_event (no, seq, at, actor, actor_name, on_behalf_of, unit_code, kind, data)
                select no, last_seq + seq, at, actor, actor_name, on_behalf_of, unit_code, kind, data
                from jsonb_populate_recordset(null::petition_event, cast(:rows as jsonb)) added
                cross join lateral (
                    select coalesce(max(e.seq), 0) as last_seq from petition_event e where e.no = added.no) there
                returning no, seq""").param("rows", rows.write(values)).query(row -> {
            before.merge(row.getString("no"), row.getLong("seq") - 1, Math::min);
        });
        return events.stream()
                .map(event -> event.numbered(before.get(event.no().value()) + event.seq()))
                .toList();
    }

    List<PetitionEvent> of(CaseNo no) {
        return db.sql("select * from petition_event where no = :no order by seq")
                .param("no", no.value())
                .query((row, n) -> new PetitionEvent(
                        no,
                        row.getLong("seq"),
                        Rows.instant(row, "at"),
                        new Actor(row.getString("actor"), row.getString("actor_name"), row.getString("on_behalf_of")),
                        Rows.unit(row, "unit_code"),
                        PetitionFact.ofEvent(row.getString("kind")),
                        rows.read(row, "data", new TypeReference<>() {}),
                        Map.of()))
                .list();
    }
}
