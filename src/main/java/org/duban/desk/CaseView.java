package org.duban.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.duban.deadline.LadderStep;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.request.CaseRequests;
import org.duban.deadline.request.CaseRequests.Offer;
import org.duban.deadline.request.RequestKind;
import org.duban.kernel.Zones;
import org.duban.problem.ProblemFile;
import org.duban.round.RoundItem;

/**
 * What the case page shows.
 *
 * @param line the case as the ledger shows it
 * @param steps null when the case has no process
 * @param rounds what was said of it in the monthly rounds, the latest first, as far as the reader may see
 * @param mayObject whether the reader may record an objection now
 * @param requests what was asked for about the case, and what the reader may ask for
 */
public record CaseView(
        ProblemFile file,
        CaseItem line,
        List<Limit> limits,
        List<Waiting> waiting,
        CaseWork.Steps steps,
        CaseEvidence evidence,
        List<RoundItem> rounds,
        List<HistoryWords.Line> history,
        boolean mayObject,
        CaseRequests requests,
        LocalDate today) {

    /** A deadline of the case with the explanation of its day and what the watch did about it. */
    public record Limit(
            LedgerEntry entry, String name, boolean missed, List<String> explanation, List<LadderStep> steps) {

        /** The last day, with the hour where hours are counted. */
        public String due() {
            return entry.period().hours() == null
                    ? entry.currentDueOn().toString()
                    : entry.course().dueAt().atZone(Zones.CITY).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        }

        /** The last day was moved since it was set. */
        public boolean moved() {
            return !entry.originalDueOn().equals(entry.currentDueOn());
        }
    }

    /** A form to ask with: what, about which deadline, within what. */
    public record Form(RequestKind kind, Long deadlineId, String about, Offer offer) {}

    /** What the reader may ask for now. */
    public List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (CaseRequests.Limit limit : requests.limits()) {
            forms.add(new Form(RequestKind.EXTENSION, limit.id(), limit.name(), limit.extension()));
            forms.add(new Form(RequestKind.SUSPENSION, limit.id(), limit.name(), limit.suspension()));
        }
        forms.add(new Form(RequestKind.REASSIGNMENT, null, null, requests.reassignment()));
        return forms.stream().filter(form -> form.offer().open()).toList();
    }

    /** Why those who may ask cannot have the case's own limit moved now, in words; null for others and when they can. */
    public String closed() {
        return requests.limits().stream()
                .filter(limit -> limit.kind().equals("subject")
                        && !limit.extension().open()
                        && limit.extension().yours())
                .map(limit -> limit.extension().closed())
                .findFirst()
                .orElse(null);
    }

    /**
     * An open task and whose it is, in words: 晋江承办人.
     *
     * @param byTheHour its period is counted in hours, so that the hour of the due day matters
     */
    public record Waiting(CaseWork.OpenWork work, String whom, boolean byTheHour) {}

    /** Deadlines that still run. */
    public List<Limit> openLimits() {
        return limits.stream().filter(limit -> limit.entry().isOpen()).toList();
    }

    /** Deadlines that were met or fell away. */
    public List<Limit> pastLimits() {
        return limits.stream().filter(limit -> !limit.entry().isOpen()).toList();
    }
}
