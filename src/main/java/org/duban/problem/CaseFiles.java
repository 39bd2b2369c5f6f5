package org.duban.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.duban.problem.ProblemFile.Entry;
import org.duban.problem.ProblemFile.Limit;
import org.duban.problem.ProblemFile.UnitName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case's file together. */
@Service
@Transactional(readOnly = true)
class CaseFiles implements Problems {

    private final ProblemStore store;
    private final Proceedings proceedings;
    private final Units units;
    private final ProblemSettings settings;
    private final Clock clock;

    CaseFiles(ProblemStore store, Proceedings proceedings, Units units, ProblemSettings settings, Clock clock) {
        this.store = store;
        this.proceedings = proceedings;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<ListKey, ListedProblem> listed(Collection<ListKey> keys) {
        return store.listed(keys);
    }

    @Override
    public Optional<ProblemFile> file(CaseNo no) {
        return store.find(no).map(this::file);
    }

    private ProblemFile file(Problem problem) {
        CaseNo no = problem.no();
        Listing listing = problem.listing();
        Dispatch dispatch = problem.dispatch();
        Progress progress = problem.progress();
        LocalDate today = LocalDate.now(clock);
        LocalDate dueOn =
                dispatch.deadline() == null ? null : dispatch.deadline().dueOn();
        boolean counts = dueOn != null && problem.doneAt() == null;
        List<Plan> plans = proceedings.plans(no);
        List<PublicNotice> notices = proceedings.notices(no);
        List<ProblemEvent> events = store.events(no);
        return new ProblemFile(
                no.value(),
                "problem",
                listing.title(),
                listing.description(),
                listing.source(),
                listing.listName(),
                listing.region().isEmpty() ? null : listing.region(),
                listing.serial(),
                listing.pollutionTypes(),
                listing.site(),
                listing.risk(),
                listing.risk() == null ? null : listing.risk().label(),
                problem.state(),
                problem.state().label(),
                name(dispatch.leadUnit()),
                dispatch.responsibleUnits().stream().map(this::name).toList(),
                name(dispatch.supervisingUnit()),
                limit(dispatch.deadline()),
                dueOn,
                problem.overdue(today),
                counts ? ChronoUnit.DAYS.between(today, dueOn) : null,
                listing.goal(),
                listing.measuresText(),
                progress.rectification(),
                progress.attempt(),
                progress.returns(),
                problem.mayBeReturned(settings.maxReturns()),
                problem.registeredAt(),
                problem.registeredBy(),
                progress.rectifiedAt(),
                progress.struckOffAt(),
                problem.version(),
                plans.stream()
                        .filter(plan -> plan.rectification() == progress.rectification())
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                notices.isEmpty() ? null : notices.get(notices.size() - 1),
                plans,
                proceedings.returns(no),
                proceedings.reports(no),
                proceedings.checks(no),
                notices,
                events.stream().map(CaseFiles::entry).toList(),
                names(events));
    }

    private UnitName name(UnitCode code) {
        return code == null
                ? null
                : new UnitName(code.value(), units.byCode(code).map(Unit::name).orElse(code.value()));
    }

    private static Limit limit(Deadline deadline) {
        return deadline == null
                ? null
                : new Limit(
                        deadline.kind(),
                        deadline.kind().label(),
                        deadline.text(),
                        deadline.dueOn(),
                        deadline.precision(),
                        deadline.alsoStanding(),
                        DeadlineWords.of(deadline));
    }

    private static Entry entry(ProblemEvent event) {
        return new Entry(
                event.seq(),
                event.at(),
                event.fact().event(),
                event.fact().label(),
                event.by().username(),
                event.by().name(),
                event.by().onBehalfOf(),
                event.unit() == null ? null : event.unit().value(),
                event.data());
    }

    /** Everybody who did something left a line in the history; every unit is known by code. */
    private Map<String, String> names(List<ProblemEvent> events) {
        Map<String, String> names = new LinkedHashMap<>();
        units.all().forEach(unit -> names.put(unit.code().value(), unit.name()));
        events.stream().map(ProblemEvent::by).forEach(by -> names.put(by.username(), by.name()));
        names.putIfAbsent(Actor.system().username(), Actor.system().name());
        return names;
    }
}
