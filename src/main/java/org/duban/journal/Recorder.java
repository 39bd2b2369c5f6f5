package org.duban.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.engine.EngineEvent;
import org.duban.engine.EngineWitness;
import org.duban.engine.Evaluation;
import org.duban.engine.Evaluations;
import org.duban.kernel.Fact;
import org.duban.organisation.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees what the engine does and hears what the modules announce, and keeps it until the transaction commits. What comes
 * outside of a transaction could not be recorded together with what it tells of, and is refused.
 */
@Component
class Recorder implements EngineWitness {

    private final RecordWriter writer;
    private final SignedIn signedIn;

    @Autowired
    Recorder(@Lazy RecordWriter writer, @Lazy SignedIn signedIn) {
        this.writer = writer;
        this.signedIn = signedIn;
    }

    /** The same once more. */
    Recorder(Recorder other) {
        this(other.writer, other.signedIn);
    }

    @Override
    public void saw(EngineEvent event) {
        Map<String, Object> values = new LinkedHashMap<>(event.values());
        values.put("kind", event.kind());
        if (event.intervention()) {
            values.put("intervention", true);
        }
        keep(new Captured(
                Chains.of(event),
                signedIn.username().orElse(null),
                null,
                event.instance(),
                event.definition(),
                event.intervention(),
                values));
    }

    @EventListener
    public void heard(Fact fact) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", "fact");
        values.put("type", fact.type());
        values.put("at", fact.at().toString());
        values.put("by", fact.by().username());
        values.put("onBehalfOf", fact.by().onBehalfOf());
        values.put("unit", fact.unit() == null ? null : fact.unit().value());
        values.put("data", fact.data());
        values.put("changed", fact.changed().isEmpty() ? null : fact.changed());
        values.values().removeIf(value -> value == null);
        keep(fact, values);
        decisions(fact).forEach(decision -> {
            Map<String, Object> asked = new LinkedHashMap<>(decision);
            asked.put("kind", "decision");
            keep(fact, asked);
        });
    }

    @EventListener
    public void heard(AccessFact access) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", "fact");
        values.put("type", access.type());
        values.put("at", access.at().toString());
        values.put("by", access.by().username());
        values.put("data", access.data());
        keep(new Captured(AccessFact.CHAIN, signedIn.username().orElse(null), access.by(), null, null, false, values));
    }

    private void keep(Fact fact, Map<String, Object> values) {
        keep(new Captured(
                fact.caseNo().value(), signedIn.username().orElse(null), fact.by(), null, null, false, values));
    }

    // A table asked by code leaves no trace in the engine's history; what it was asked goes with the fact it led to.
    private static List<Map<String, Object>> decisions(Fact fact) {
        if (!fact.decisions().isEmpty()) {
            return fact.decisions();
        }
        Object table = fact.data().get("decision");
        Object rule = fact.data().get("rule");
        return table == null || rule == null
                ? List.of()
                : Evaluations.of(table.toString(), rule.toString()).map(Evaluation::said).stream()
                        .toList();
    }

    private void keep(Captured captured) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("outside of a transaction there is no record: "
                    + captured.event().get("kind"));
        }
        TransactionRecord.ofThisTransaction(writer).add(captured);
    }
}
