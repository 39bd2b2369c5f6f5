package org.duban.desk;

import java.util.List;
import java.util.Optional;
import org.duban.deadline.DeadlineExplanation;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerKind;
import org.duban.evidence.EvidenceService;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.GroupWords;
import org.duban.organisation.Role;
import org.duban.petition.LetterRepeats;
import org.duban.petition.Petition;
import org.duban.petition.PetitionAccess;
import org.duban.petition.PetitionFile;
import org.duban.petition.PetitionFiles;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.duban.petition.Proposals;
import org.duban.petition.Unmaskings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of one letter shows. */
@Service
@Transactional(readOnly = true)
public class PetitionDesk {

    private final PetitionFiles files;
    private final PetitionStore petitions;
    private final PetitionAccess access;
    private final Proposals proposals;
    private final LetterRepeats repeats;
    private final Unmaskings unmaskings;
    private final DeadlineLedger deadlines;
    private final EvidenceService evidence;
    private final CaseWork work;
    private final GroupWords groups;
    private final CurrentActor actor;

    PetitionDesk(
            PetitionFiles files,
            PetitionStore petitions,
            PetitionAccess access,
            Proposals proposals,
            LetterRepeats repeats,
            Unmaskings unmaskings,
            DeadlineLedger deadlines,
            EvidenceService evidence,
            CaseWork work,
            GroupWords groups,
            CurrentActor actor) {
        this.files = files;
        this.petitions = petitions;
        this.access = access;
        this.proposals = proposals;
        this.repeats = repeats;
        this.unmaskings = unmaskings;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.work = work;
        this.groups = groups;
        this.actor = actor;
    }

    /** The letter; empty when the number is malformed, unknown or not for this person, all three alike. */
    public Optional<PetitionView> view(String number) {
        return visible(number).flatMap(no -> files.file(no).map(file -> view(no, file)));
    }

    private Optional<CaseNo> visible(String number) {
        try {
            return Optional.of(CaseNo.of(number)).filter(access::maySee);
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private PetitionView view(CaseNo no, PetitionFile file) {
        PetitionWords words = new PetitionWords(file.names());
        Petition petition = petitions.find(no).orElseThrow();
        boolean oversees = actor.roles().stream().anyMatch(Role::seesAll);
        return new PetitionView(
                file,
                file.state() == PetitionState.REGISTERED && oversees ? proposals.of(petition) : null,
                deadlines.explain(deadlines.all(no)).stream()
                        .map(PetitionDesk::limit)
                        .toList(),
                work.open(no).stream()
                        .map(open -> new CaseView.Waiting(open, groups.of(open.groups()), false))
                        .toList(),
                work.steps(no).orElse(null),
                evidence.byCase(no),
                file.history().stream().map(words::line).toList(),
                oversees ? unmaskings.of(no) : List.of(),
                oversees ? repeats.suspected(no) : 0,
                oversees ? repeats.cluster(no).orElse(null) : null,
                actor.roles().contains(Role.COORDINATOR) || actor.roles().contains(Role.LEADER));
    }

    private static CaseView.Limit limit(DeadlineExplanation explained) {
        var entry = explained.entry();
        return new CaseView.Limit(
                entry,
                entry.kind() == LedgerKind.TASK ? "办理：" + entry.name() : entry.name(),
                explained.missed(),
                explained.lines(),
                explained.steps());
    }
}
