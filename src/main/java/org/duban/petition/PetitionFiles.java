package org.duban.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.duban.petition.PetitionFile.UnitName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a letter's file together. None of it looks at who asks; {@link PetitionAccess} does. */
@Service
@Transactional(readOnly = true)
public class PetitionFiles {

    private final PetitionStore store;
    private final BatchStore batches;
    private final Proceedings proceedings;
    private final Units units;
    private final PetitionSettings settings;
    private final Clock clock;

    PetitionFiles(
            PetitionStore store,
            BatchStore batches,
            Proceedings proceedings,
            Units units,
            PetitionSettings settings,
            Clock clock) {
        this.store = store;
        this.batches = batches;
        this.proceedings = proceedings;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    public Optional<PetitionFile> file(CaseNo no) {
        return store.find(no).map(this::file);
    }

    private PetitionFile file(Petition petition) {
        CaseNo no = petition.no();
        Letter letter = petition.letter();
        Answer answer = petition.answer();
        Course course = petition.course();
        LocalDate today = LocalDate.now(clock);
        boolean runs =
                course.dueOn() != null && course.answeredAt() == null && petition.state() != PetitionState.CLOSED;
        List<PetitionEvent> events = store.events(no);
        return new PetitionFile(
                no.value(),
                "petition",
                letter.title(),
                letter.upstreamNo(),
                letter.channel(),
                letter.channel().label(),
                letter.inspection(),
                letter.handoverNo(),
                letter.batch(),
                letter.batch() == null
                        ? null
                        : batches.find(letter.batch()).map(Batch::name).orElse(null),
                letter.receivedOn(),
                letter.region(),
                name(letter.district()),
                letter.place(),
                letter.firm(),
                letter.pollutionTypes(),
                letter.problemType(),
                letter.body(),
                letter.referenceText(),
                letter.starred(),
                letter.keyMark(),
                letter.petitioner(),
                letter.petitioner().label(),
                petition.state(),
                petition.state().label(),
                name(petition.leadUnit()),
                petition.shares().stream()
                        .map(share -> new PetitionFile.Part(
                                name(share.unit()), share.share(), share.signedAt(), share.answeredAt()))
                        .toList(),
                answer,
                answer.verdict() == null ? null : answer.verdict().label(),
                answer.outcome() == null ? null : answer.outcome().label(),
                course.dueOn(),
                runs && petition.overdue(today),
                runs ? ChronoUnit.DAYS.between(today, course.dueOn()) : null,
                course.attempt(),
                course.returns(),
                course.redispatches(),
                course.callBacks(),
                petition.mayBeReturned(settings.maxReturns()),
                course.satisfied(),
                course.leader(),
                course.problemNo(),
                petition.registeredAt(),
                petition.registeredBy(),
                course.dispatchedAt(),
                course.signedAt(),
                course.answeredAt(),
                course.passedAt(),
                course.closedAt(),
                petition.version(),
                proceedings.returns(no),
                proceedings.reports(no),
                proceedings.checks(no),
                events.stream().map(PetitionFiles::entry).toList(),
                names(events));
    }

    private UnitName name(UnitCode code) {
        return code == null
                ? null
                : new UnitName(code.value(), units.byCode(code).map(Unit::name).orElse(code.value()));
    }

    private static PetitionFile.Entry entry(PetitionEvent event) {
        return new PetitionFile.Entry(
                event.seq(),
                event.at(),
                event.type(),
                event.fact().label(),
                event.by().username(),
                event.by().name(),
                event.by().onBehalfOf(),
                event.unit() == null ? null : event.unit().value(),
                event.data());
    }

    private Map<String, String> names(List<PetitionEvent> events) {
        Map<String, String> names = new HashMap<>();
        units.all().forEach(unit -> names.put(unit.code().value(), unit.shortName()));
        events.forEach(event -> names.put(event.by().username(), event.by().name()));
        return names;
    }
}
