package org.duban.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duban.evidence.EvidenceService;
import org.duban.journal.offline.ChainCheck;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.FileHashes;
import org.duban.journal.offline.Finding;
import org.duban.journal.offline.Head;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.Leaf;
import org.duban.journal.offline.RecordLines;
import org.duban.journal.offline.Seal;
import org.duban.journal.offline.SealCheck;
import org.duban.journal.offline.Signer;
import org.duban.journal.store.EntryRows;
import org.duban.journal.store.SealRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the record as it lies in the database at one moment: one case, or all of it from front to end. */
@Service
public class Verification {

    private static final int MOST_FINDINGS = 10_000;

    private final EntryRows entries;
    private final SealRows seals;
    private final KeyRing keys;
    private final FileHashes files;
    private final Sealing sealing;
    private final TransactionTemplate snapshot;

    @Autowired
    Verification(
            EntryRows entries,
            SealRows seals,
            KeyRing keys,
            EvidenceService evidence,
            PaperFiles papers,
            Sealing sealing,
            PlatformTransactionManager transactions) {
        this(entries, seals, keys, new FileHashes(evidence::place, papers::file), sealing, transactions);
    }

    Verification(
            EntryRows entries,
            SealRows seals,
            KeyRing keys,
            FileHashes files,
            Sealing sealing,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.seals = seals;
        this.keys = keys;
        this.files = files;
        this.sealing = sealing;
        this.snapshot = snapshot(transactions);
    }

    /** What is added meanwhile is not seen, so that entries, heads and seals fit each other. */
    static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setReadOnly(true);
        return snapshot;
    }

    /** One case, with the seals that bound it and its files. */
    public CheckResult ofCase(String chain) {
        return ofCases(List.of(chain)).get(chain);
    }

    /** Several cases, each with its files; the seals, which they share, are checked once for all of them. */
    public Map<String, CheckResult> ofCases(Collection<String> chains) {
        return snapshot.execute(status -> {
            Signer signer = keys.signer();
            SealCheck sealed = seals(signer);
            Map<String, ChainCheck> checks = new LinkedHashMap<>();
            chains.forEach(chain -> checks.computeIfAbsent(chain, one -> chain(one, signer, sealed)));
            try (Stream<Leaf> newest = seals.newestLeaves()) {
                newest.forEach(sealed::leaf);
            }
            sealed.compareRoot();
            List<Finding> ofSeals = sealed.finish();
            Map<String, CheckResult> results = new LinkedHashMap<>();
            checks.forEach((chain, check) -> {
                List<Finding> findings = new ArrayList<>(check.finish());
                findings.addAll(ofSeals);
                results.put(chain, new CheckResult(check.entries(), findings));
            });
            return results;
        });
    }

    private ChainCheck chain(String chain, Signer signer, SealCheck sealed) {
        ChainCheck check = new ChainCheck(chain, signer, files);
        try (Stream<Entry> rows = entries.of(chain)) {
            rows.forEach(check::entry);
        }
        entries.head(chain).forEach(check::head);
        seals.leaves(chain).forEach(leaf -> {
            check.leaf(leaf);
            sealed.named(leaf.seal());
        });
        return check;
    }

    /** The whole record, with all files when wished. */
    public CheckResult ofAll(boolean withFiles) {
        return snapshot.execute(status -> {
            SealCheck sealed = seals(keys.signer());
            // Used by the second thread alone, while this one reads on.
            Signer signer = keys.signer();
            List<Finding> findings = new ArrayList<>();
            long[] count = {0};
            try (Ahead ahead = new Ahead();
                    Stream<Entry> rows = entries.all();
                    Stream<Head> heads = entries.heads();
                    Stream<Leaf> leaves = seals.leaves()) {
                var entry = new Peeking<>(rows.iterator(), Entry::chain);
                var head = new Peeking<>(heads.iterator(), Head::chain);
                var leaf = new Peeking<>(leaves.iterator(), Leaf::chain);
                while (Peeking.anyLeft(entry, head, leaf)) {
                    String chain = Peeking.first(entry, head, leaf);
                    ChainCheck check = new ChainCheck(chain, signer, withFiles ? files : null);
                    entry.each(chain, one -> ahead.add(() -> check.entry(one)));
                    head.each(chain, one -> ahead.add(() -> check.head(one)));
                    Leaf[] newest = {null};
                    leaf.each(chain, one -> {
                        ahead.add(() -> check.leaf(one));
                        sealed.named(one.seal());
                        newest[0] = one;
                    });
                    if (newest[0] != null) {
                        sealed.leaf(newest[0]);
                    }
                    ahead.add(() -> {
                        count[0] += check.entries();
                        add(findings, check.finish());
                    });
                }
                ahead.finish();
            }
            sealed.compareRoot();
            add(findings, sealed.finish());
            return new CheckResult(count[0], findings);
        });
    }

    private SealCheck seals(Signer signer) {
        SealCheck check = new SealCheck(signer);
        try (Stream<Seal> all = seals.all()) {
            all.forEach(check::seal);
        }
        sealing.keptOutside()
                .map(RecordLines::keptSeal)
                .forEach(kept -> check.kept(kept, seals.byNo(kept.no()).orElse(null)));
        return check;
    }

    private static void add(List<Finding> findings, List<Finding> more) {
        more.stream().limit(Math.max(0, MOST_FINDINGS - findings.size())).forEach(findings::add);
    }
}
