package org.duban.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.request.RequestReader;
import org.duban.evidence.EvidenceService;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.GroupWords;
import org.duban.organisation.Role;
import org.duban.petition.PetitionAccess;
import org.duban.problem.CaseAccess;
import org.duban.problem.ProblemFile;
import org.duban.problem.Problems;
import org.duban.round.Rounds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the case page shows. */
@Service
@Transactional(readOnly = true)
public class CaseDesk {

    private final Problems problems;
    private final CaseAccess access;
    private final PetitionAccess letters;
    private final Ledger ledger;
    private final DeadlineLedger deadlines;
    private final EvidenceService evidence;
    private final Rounds rounds;
    private final CaseWork work;
    private final GroupWords groups;
    private final CurrentActor actor;
    private final RequestReader requests;
    private final Clock clock;

    CaseDesk(
            Problems problems,
            CaseAccess access,
            PetitionAccess letters,
            Ledger ledger,
            DeadlineLedger deadlines,
            EvidenceService evidence,
            Rounds rounds,
            CaseWork work,
            GroupWords groups,
            CurrentActor actor,
            RequestReader requests,
            Clock clock) {
        this.problems = problems;
        this.access = access;
        this.letters = letters;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.rounds = rounds;
        this.work = work;
        this.groups = groups;
        this.actor = actor;
        this.requests = requests;
        this.clock = clock;
    }

    /** The case; empty when the number is malformed, unknown or not for this person, all three alike. */
    public Optional<CaseView> view(String number) {
        return visible(number).flatMap(no -> problems.file(no).map(file -> view(no, file)));
    }

    /** The deadlines that run, the case's own first; empty under the same conditions as the case. */
    public Optional<List<CaseView.Limit>> limits(String number) {
        return visible(number).map(no -> deadlines.explain(deadlines.current(no)).stream()
                .map(Limits::of)
                .sorted(Comparator.comparing(limit -> !limit.entry().kind().ofTheCase()))
                .toList());
    }

    /** The model of the case's process, for the picture. */
    public Optional<String> model(String number) {
        return visible(number).flatMap(work::model);
    }

    private Optional<CaseNo> visible(String number) {
        try {
            return Optional.of(CaseNo.of(number)).filter(no -> access.maySee(no) || letters.maySee(no));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private CaseView view(CaseNo no, ProblemFile file) {
        List<CaseView.Limit> limits =
                deadlines.explain(deadlines.all(no)).stream().map(Limits::of).toList();
        HistoryWords words = new HistoryWords(file.names());
        return new CaseView(
                file,
                ledger.line(no.value()),
                limits,
                work.open(no).stream().map(open -> waiting(open, limits)).toList(),
                work.steps(no).orElse(null),
                new CaseEvidence(evidence.byCase(no), file.reports()),
                rounds.linesOf(no),
                file.history().stream().map(words::line).toList(),
                file.notice() != null
                        && file.notice().closedAt() == null
                        && actor.roles().contains(Role.COORDINATOR),
                requests.of(no),
                LocalDate.now(clock));
    }

    private CaseView.Waiting waiting(CaseWork.OpenWork open, List<CaseView.Limit> limits) {
        boolean byTheHour = limits.stream()
                .map(CaseView.Limit::entry)
                .anyMatch(entry -> entry.isOpen()
                        && entry.period().hours() != null
                        && open.dueAt() != null
                        && entry.course().dueAt().toEpochMilli() == open.dueAt().toEpochMilli());
        return new CaseView.Waiting(open, groups.of(open.groups()), byTheHour);
    }
}
