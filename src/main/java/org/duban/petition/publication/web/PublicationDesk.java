package org.duban.petition.publication.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.duban.petition.Petition;
import org.duban.petition.PetitionStore;
import org.duban.petition.publication.Draft;
import org.duban.petition.publication.DraftReader;
import org.duban.petition.publication.DraftReader.Reading;
import org.duban.petition.publication.DraftReader.Stage;
import org.duban.petition.publication.PublicationStore;
import org.duban.petition.publication.PublicationStore.Counts;
import org.duban.petition.publication.Withholding;
import org.duban.petition.publication.WithholdingStore;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Puts together what the desk shows of publications, and knows who may look and who may act. */
@Component
class PublicationDesk {

    private static final int BATCHES = 20;
    private static final int LETTERS = 50;

    private final PublicationStore store;
    private final WithholdingStore withholdings;
    private final PetitionStore petitions;
    private final BatchStore batches;
    private final DraftReader reader;
    private final CurrentActor actor;

    PublicationDesk(
            PublicationStore store,
            WithholdingStore withholdings,
            PetitionStore petitions,
            BatchStore batches,
            DraftReader reader,
            CurrentActor actor) {
        this.store = store;
        this.withholdings = withholdings;
        this.petitions = petitions;
        this.batches = batches;
        this.reader = reader;
        this.actor = actor;
    }

    /** A batch and how far it has come. */
    record BatchLine(Batch batch, Counts counts) {}

    /** A page of batches; {@code next} is null on the last. */
    record BatchPage(List<BatchLine> lines, Integer next) {}

    /**
     * A page of a batch's letters in one stage.
     *
     * @param numbers how many letters are in each stage
     */
    record LetterPage(List<Reading> lines, Map<Stage, Long> numbers, Integer next) {}

    /** @throws AccessDeniedException for people of units */
    void onlyReaders() {
        if (actor.roles().stream().noneMatch(Role::seesAll) && releaser().isEmpty()) {
            throw new AccessDeniedException("publications are read by the office and the auditor");
        }
    }

    /** Who prepares: the coordinator. */
    Optional<Actor> preparer() {
        return actor.holding(Role.COORDINATOR, null);
    }

    /** Who releases: another coordinator, or a leader. */
    Optional<Actor> releaser() {
        return preparer().or(() -> actor.holding(Role.LEADER, null));
    }

    Actor mustPrepare() {
        return preparer().orElseThrow(() -> new AccessDeniedException("texts are prepared by a coordinator"));
    }

    Actor mustRelease() {
        return releaser().orElseThrow(() -> new AccessDeniedException("texts are released by the office"));
    }

    @Transactional(readOnly = true)
    public BatchPage batches(int page) {
        List<Counts> counts = store.counts(BATCHES + 1, page * BATCHES);
        List<BatchLine> lines = counts.stream()
                .limit(BATCHES)
                .map(one -> new BatchLine(batch(one.batch()), one))
                .toList();
        return new BatchPage(lines, counts.size() > BATCHES ? page + 1 : null);
    }

    Batch batch(long id) {
        return batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public LetterPage letters(long batch, Stage stage, int page) {
        Map<CaseNo, Draft> drafts =
                store.drafts(batch).stream().collect(Collectors.toMap(Draft::no, Function.identity()));
        Map<CaseNo, Withholding> standing =
                withholdings.open(batch).stream().collect(Collectors.toMap(Withholding::no, Function.identity()));
        Map<Stage, List<Petition>> stages = new EnumMap<>(Stage.class);
        for (Petition petition : petitions.ofBatch(batch)) {
            Stage there = DraftReader.stage(petition, drafts.get(petition.no()), standing.get(petition.no()));
            stages.computeIfAbsent(there, key -> new ArrayList<>()).add(petition);
        }
        List<Petition> chosen = stages.getOrDefault(stage, List.of());
        List<Reading> lines = chosen.stream()
                .skip((long) page * LETTERS)
                .limit(LETTERS)
                .map(petition -> reader.read(petition, drafts.get(petition.no())))
                .toList();
        Map<Stage, Long> numbers = new EnumMap<>(Stage.class);
        for (Stage one : Stage.values()) {
            numbers.put(one, (long) stages.getOrDefault(one, List.of()).size());
        }
        return new LetterPage(lines, numbers, chosen.size() > (page + 1) * LETTERS ? page + 1 : null);
    }

    /** The letter of that batch, or 404. */
    @Transactional(readOnly = true)
    public Reading letter(long batch, CaseNo no) {
        Petition petition = petitions
                .find(no)
                .filter(one -> one.letter().batch() != null && one.letter().batch() == batch)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return reader.read(petition, store.draft(no).orElse(null));
    }
}
