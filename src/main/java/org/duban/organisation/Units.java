package org.duban.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.store.UnitStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All units, kept in memory and read anew after a change; asks the database at most once a minute for others' changes. */
@Service
public class Units {

    private static final long FRESH_MILLIS = 60_000;

    private final UnitStore store;
    private final Clock clock;
    private volatile Snapshot snapshot;

    Units(UnitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Unit> all() {
        return List.copyOf(snapshot().byCode.values());
    }

    /** Units that work may be handed to today. */
    public List<Unit> workable() {
        LocalDate today = LocalDate.now(clock);
        return all().stream().filter(unit -> unit.workable(today)).toList();
    }

    public Optional<Unit> byCode(UnitCode code) {
        return Optional.ofNullable(snapshot().byCode.get(code));
    }

    /** The unit's short name for a text, or the bare code when the unit is not known. */
    public String shortName(UnitCode code) {
        return byCode(code).map(Unit::shortName).orElse(code.value());
    }

    /** The unit an office means by that phrase: code, name, short name or alias, width and spaces folded. */
    public Optional<Unit> find(String phrase) {
        return Optional.ofNullable(snapshot().byPhrase.get(Folding.fold(phrase)));
    }

    /** @throws Refusal when the unit is unknown or not workable today */
    public Unit require(UnitCode code) {
        return byCode(code)
                .filter(unit -> unit.workable(LocalDate.now(clock)))
                .orElseThrow(() -> new Refusal("unit", "单位“" + code + "”不存在或已撤销，请重新选择单位。"));
    }

    @Transactional
    public void save(List<Unit> units) {
        units.forEach(store::save);
        forgetAfterCommit();
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                snapshot = null;
            }
        });
    }

    private Snapshot snapshot() {
        Snapshot current = snapshot;
        // The age is the machine's, not the city's: a moved clock must not freeze the cache.
        if (current == null || System.nanoTime() / 1_000_000 - current.readAt > FRESH_MILLIS) {
            current = Snapshot.of(store.all());
            snapshot = current;
        }
        return current;
    }

    private record Snapshot(Map<UnitCode, Unit> byCode, Map<String, Unit> byPhrase, long readAt) {

        static Snapshot of(List<Unit> units) {
            Map<UnitCode, Unit> byCode = new LinkedHashMap<>();
            Map<String, Unit> byPhrase = new LinkedHashMap<>();
            for (Unit unit : units) {
                byCode.put(unit.code(), unit);
                unit.aliases().forEach(alias -> byPhrase.putIfAbsent(alias, unit));
            }
            // Full and short names win over aliases of other units.
            for (Unit unit : units) {
                byPhrase.put(Folding.fold(unit.shortName()), unit);
            }
            for (Unit unit : units) {
                byPhrase.put(Folding.fold(unit.name()), unit);
                byPhrase.put(Folding.fold(unit.code().value()), unit);
            }
            return new Snapshot(byCode, byPhrase, System.nanoTime() / 1_000_000);
        }
    }
}
