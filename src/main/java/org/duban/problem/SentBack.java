package org.duban.problem;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.duban.problem.ProblemFile.Entry;

/**
 * Why the task in hand came back: who sent it, when, for what reason, and beside which criteria.
 *
 * @param by the person's name
 * @param criteria reasons by criterion code, empty unless a verification failed
 */
public record SentBack(String by, Instant at, String reason, Map<String, String> criteria) {

    private static final List<ProblemFact> ENDS_OF_WORK = List.of(
            ProblemFact.REPORT_RETURNED,
            ProblemFact.PRELIMINARY_CHECK_FAILED,
            ProblemFact.VERIFICATION_FAILED,
            ProblemFact.OBJECTION_UPHELD);

    /**
     * What to show at a task of that element and unit; empty when it came the ordinary way. The last fact that leads to
     * the element decides: after a return it is the return, after a later start it is nothing.
     */
    public static Optional<SentBack> of(ProblemFile file, String element, String unit) {
        return switch (element) {
            case "UserTask_SignFor" ->
                last(
                                file,
                                entry -> true,
                                ProblemFact.DISPATCHED,
                                ProblemFact.REASSIGNED,
                                ProblemFact.LEAD_UNIT_DECIDED,
                                ProblemFact.RETURN_REJECTED)
                        .filter(entry -> is(entry, ProblemFact.RETURN_REJECTED) || keptByLeader(entry))
                        .map(entry -> because(entry, "reason"));
            case "UserTask_MakePlan" ->
                last(file, entry -> true, ProblemFact.SIGNED_FOR, ProblemFact.PLAN_RETURNED)
                        .filter(entry -> is(entry, ProblemFact.PLAN_RETURNED))
                        .map(entry -> because(entry, "reason"));
            case "UserTask_ReportDone" -> lastWork(file, unit).map(entry -> work(file, entry));
            case "UserTask_Verify" ->
                last(file, entry -> true, ProblemFact.PRELIMINARY_CHECK_PASSED, ProblemFact.STRIKE_OFF_REJECTED)
                        .filter(entry -> is(entry, ProblemFact.STRIKE_OFF_REJECTED))
                        .map(entry -> because(entry, "opinion"));
            default -> Optional.empty();
        };
    }

    private static boolean keptByLeader(Entry entry) {
        return is(entry, ProblemFact.LEAD_UNIT_DECIDED)
                && entry.unit() != null
                && entry.unit().equals(entry.data().get("from"));
    }

    private static Optional<Entry> lastWork(ProblemFile file, String unit) {
        Predicate<Entry> concerns =
                entry -> !is(entry, ProblemFact.REPORT_RETURNED) || unit != null && unit.equals(entry.unit());
        return last(
                        file,
                        concerns,
                        ProblemFact.PLAN_ACCEPTED,
                        ProblemFact.STANDING_CONVERTED,
                        ProblemFact.REPORT_RETURNED,
                        ProblemFact.PRELIMINARY_CHECK_FAILED,
                        ProblemFact.VERIFICATION_FAILED,
                        ProblemFact.OBJECTION_UPHELD)
                .filter(entry -> ENDS_OF_WORK.stream().anyMatch(fact -> is(entry, fact)));
    }

    private static SentBack work(ProblemFile file, Entry entry) {
        if (is(entry, ProblemFact.OBJECTION_UPHELD)) {
            return because(entry, "answer");
        }
        if (is(entry, ProblemFact.REPORT_RETURNED)) {
            return because(entry, "reason");
        }
        SentBack sent = because(entry, "opinion");
        return is(entry, ProblemFact.VERIFICATION_FAILED)
                ? new SentBack(sent.by(), sent.at(), sent.reason(), failed(file))
                : sent;
    }

    private static Map<String, String> failed(ProblemFile file) {
        Map<String, String> failed = new LinkedHashMap<>();
        file.checks().stream()
                .filter(check -> check.stage() == Check.Stage.VERIFICATION && !check.passed())
                .reduce((earlier, later) -> later)
                .ifPresent(check -> check.criteria().forEach((criterion, finding) -> {
                    if (!finding.met()) {
                        failed.put(criterion.name(), finding.reason());
                    }
                }));
        return failed;
    }

    private static SentBack because(Entry entry, String field) {
        return new SentBack(entry.actorName(), entry.at(), (String) entry.data().get(field), Map.of());
    }

    private static Optional<Entry> last(ProblemFile file, Predicate<Entry> concerns, ProblemFact... facts) {
        return file.history().stream()
                .filter(entry -> List.of(facts).stream().anyMatch(fact -> is(entry, fact)))
                .filter(concerns)
                .reduce((earlier, later) -> later);
    }

    private static boolean is(Entry entry, ProblemFact fact) {
        return entry.event().equals(fact.event());
    }
}
