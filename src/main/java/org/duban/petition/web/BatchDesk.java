package org.duban.petition.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.duban.petition.Batch;
import org.duban.petition.BatchService;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.Dispatch;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.duban.petition.Proposal;
import org.duban.petition.Proposals;
import org.duban.petition.Totals;
import org.duban.petition.repeat.RepeatDesk;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What the pages of batches show, and who may use them. */
@Component
class BatchDesk {

    /** A batch as the list shows it. */
    record Line(Batch batch, Totals totals) {}

    /**
     * A letter of a batch.
     *
     * @param proposal null once it is dispatched
     * @param likeness how likely it repeats another letter, 0 to 100; null when it does not seem to, or it is decided
     */
    record Row(Petition petition, Proposal proposal, Integer likeness) {}

    /** One batch with its letters. */
    record View(Batch batch, Totals totals, List<Row> rows, boolean coordinator) {

        public long waiting() {
            return rows.stream().filter(row -> row.proposal() != null).count();
        }

        /** Letters to dispatch that may repeat another. */
        public long suspected() {
            return rows.stream()
                    .filter(row -> row.proposal() != null && row.likeness() != null)
                    .count();
        }
    }

    private final BatchService batches;
    private final PetitionService petitions;
    private final Proposals proposals;
    private final RepeatDesk repeats;
    private final Units units;
    private final CurrentActor actor;

    BatchDesk(
            BatchService batches,
            PetitionService petitions,
            Proposals proposals,
            RepeatDesk repeats,
            Units units,
            CurrentActor actor) {
        this.batches = batches;
        this.petitions = petitions;
        this.proposals = proposals;
        this.repeats = repeats;
        this.units = units;
        this.actor = actor;
    }

    void onlyReaders() {
        if (actor.roles().stream().noneMatch(Role::seesAll)) {
            throw new AccessDeniedException("batches are read by those who see every case");
        }
    }

    void onlyCoordinators() {
        if (!coordinator()) {
            throw new AccessDeniedException("batches are worked on by the coordinator");
        }
    }

    boolean coordinator() {
        return actor.roles().contains(Role.COORDINATOR);
    }

    Actor actingCoordinator() {
        return actor.actingAs(Role.COORDINATOR, null);
    }

    List<Line> page(int size, int offset) {
        return batches.page(size, offset).stream()
                .map(batch -> new Line(batch, batches.totals(batch)))
                .toList();
    }

    View view(Batch batch) {
        List<Petition> letters = batches.letters(batch.id());
        Map<CaseNo, Integer> suspected =
                repeats.suspected(letters.stream().map(Petition::no).toList());
        List<Row> rows = letters.stream()
                .map(petition -> new Row(
                        petition,
                        petition.state() == PetitionState.REGISTERED ? proposals.of(petition) : null,
                        suspected.get(petition.no())))
                .toList();
        return new View(batch, batches.totals(batch), rows, coordinator());
    }

    /**
     * Dispatches every letter of the batch that waits, as proposed; each for itself, so that one refused does not hold up
     * the others.
     *
     * @return what was refused, by number
     */
    Map<String, String> dispatchAll(Batch batch) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (Row row : view(batch).rows()) {
            if (row.proposal() != null) {
                try {
                    petitions.fileDispatch(row.petition().no(), row.proposal().command(), actingCoordinator());
                } catch (Refusal refusal) {
                    refused.put(row.petition().no().value(), refusal.getMessage());
                }
            }
        }
        return refused;
    }

    void dispatch(CaseNo no, Dispatch command) {
        petitions.fileDispatch(no, command, actingCoordinator());
    }

    /** 晋江 0.7、南安 0.3. */
    public String words(Proposal proposal) {
        List<String> words = new ArrayList<>();
        for (Proposal.Part part : proposal.shares()) {
            String share = part.share().stripTrailingZeros().toPlainString();
            words.add(units.shortName(part.unit()) + (proposal.shares().size() == 1 ? "" : " " + share));
        }
        return String.join("、", words);
    }

    public String words(Petition petition) {
        List<String> words = new ArrayList<>();
        petition.shares()
                .forEach(share -> words.add(units.shortName(share.unit())
                        + (petition.shares().size() == 1
                                ? ""
                                : " " + share.share().stripTrailingZeros().toPlainString())));
        return String.join("、", words);
    }
}
