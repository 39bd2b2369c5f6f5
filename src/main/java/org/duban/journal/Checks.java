package org.duban.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.journal.offline.CanonicalJson;
import org.duban.journal.offline.VerifyRecord;
import org.duban.journal.store.CheckRows;
import org.duban.journal.store.CheckRows.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Checks the record every night and on demand, and keeps what each check came to. */
@Service
public class Checks {

    /** Scope of a check of the whole record. */
    public static final String ALL = "all";

    private static final Logger log = LoggerFactory.getLogger(Checks.class);
    private static final int KEPT_FINDINGS = 1_000;

    private final Verification verification;
    private final CheckRows rows;
    private final Clock clock;

    Checks(Verification verification, CheckRows rows, Clock clock) {
        this.verification = verification;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(cron = "${duban.journal.check-cron:0 30 2 * * *}", zone = "Asia/Shanghai")
    void nightly() {
        String slot = LocalDate.now(clock).toString();
        if (rows.isOpen(slot)) {
            CheckResult result = keep(slot, ALL, "system");
            if (!result.intact()) {
                log.error(
                        "记录核验发现 {} 处问题，请审计人员查看 /audit / the record is broken",
                        result.findings().size());
            }
        }
    }

    /** Checks one case, or everything, on somebody's word and keeps the result. */
    public CheckResult check(String scope, String by) {
        return keep(null, scope, by);
    }

    private CheckResult keep(String slot, String scope, String by) {
        Instant started = clock.instant();
        CheckResult result = scope.equals(ALL) ? verification.ofAll(true) : verification.ofCase(scope);
        String findings = CanonicalJson.write(result.findings().stream()
                .limit(KEPT_FINDINGS)
                .map(VerifyRecord::inWords)
                .toList());
        rows.add(slot, new Kept(0, scope, by, started, clock.instant(), result.intact(), result.entries(), findings));
        return result;
    }

    public List<Kept> newest(int most) {
        return rows.newest(most);
    }

    public Optional<Kept> byId(long id) {
        return rows.byId(id);
    }
}
