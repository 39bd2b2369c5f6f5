package org.duban.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a task form shows of a letter. */
@Service
@Transactional(readOnly = true)
public class LettersAtHand {

    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("PASSED", "通过"),
            Map.entry("REDISPATCHED", "二次派单"),
            Map.entry("REPORTED", "单位报告"),
            Map.entry("DONE", "已办结"),
            Map.entry("CONTINUE", "继续跟踪"),
            Map.entry("PROBLEM", "转为整改问题"),
            Map.entry("SATISFIED", "满意"),
            Map.entry("DISSATISFIED", "不满意"),
            Map.entry("UNREACHED", "联系不上"),
            Map.entry("TAKEN_UP", "确定包案"),
            Map.entry("CONCLUDED", "包案办结"));

    private final PetitionStore store;
    private final BatchStore batches;
    private final Proceedings proceedings;
    private final PetitionSettings settings;
    private final Units units;
    private final Clock clock;

    LettersAtHand(
            PetitionStore store,
            BatchStore batches,
            Proceedings proceedings,
            PetitionSettings settings,
            Units units,
            Clock clock) {
        this.store = store;
        this.batches = batches;
        this.proceedings = proceedings;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    public Optional<LetterAtHand> find(CaseNo no) {
        return store.find(no).map(this::shown);
    }

    /** Why the task in hand came back; empty when it came the ordinary way. */
    public Optional<LetterSentBack> sentBack(CaseNo no, String element, String unit) {
        return LetterSentBack.of(store.events(no), element, unit);
    }

    private LetterAtHand shown(Petition petition) {
        Letter letter = petition.letter();
        Course course = petition.course();
        boolean runs = course.dueOn() != null && course.answeredAt() == null && course.closedAt() == null;
        Long left = runs ? ChronoUnit.DAYS.between(LocalDate.now(clock), course.dueOn()) : null;
        return new LetterAtHand(
                petition.no().value(),
                letter.upstreamNo(),
                letter.inspection(),
                letter.channel().label(),
                batchName(letter.batch()),
                letter.receivedOn(),
                letter.district() == null ? letter.region() : name(letter.district()),
                letter.place(),
                letter.firm(),
                letter.pollutionTypes(),
                letter.title(),
                letter.body(),
                letter.referenceText(),
                letter.key(),
                letter.petitioner().label(),
                petition.state(),
                petition.state().label(),
                course.dueOn(),
                left,
                course.attempt(),
                petition.mayBeReturned(settings.maxReturns()),
                petition.shares().stream().map(this::part).toList(),
                proceedings.returns(petition.no()).stream()
                        .map(LettersAtHand::returned)
                        .toList(),
                proceedings.reports(petition.no()).stream()
                        .map(LettersAtHand::reported)
                        .toList(),
                proceedings.checks(petition.no()).stream()
                        .map(LettersAtHand::checked)
                        .toList(),
                LetterAtHand.Content.of(petition.answer()),
                names(store.events(petition.no())));
    }

    private String batchName(Long batch) {
        return batch == null ? null : batches.find(batch).map(Batch::name).orElse(null);
    }

    private LetterAtHand.Part part(Share share) {
        return new LetterAtHand.Part(
                share.unit().value(), name(share.unit()), share.share(), share.signedAt(), share.answeredAt());
    }

    private static LetterAtHand.Returned returned(ShareReturn one) {
        return new LetterAtHand.Returned(
                one.unit(),
                one.reasonCode().label(),
                one.reason(),
                one.suggestedUnit(),
                one.returnedAt(),
                one.decision(),
                one.decision() == null ? null : one.decision().label(),
                one.newUnit(),
                one.answer());
    }

    private static LetterAtHand.Reported reported(Report one) {
        return new LetterAtHand.Reported(
                one.unit(),
                one.attempt(),
                LetterAtHand.Content.of(one.answer()),
                one.reportedBy(),
                one.reportedAt(),
                one.decision(),
                one.reason());
    }

    private static LetterAtHand.Checked checked(Check one) {
        return new LetterAtHand.Checked(
                one.stage().name(),
                one.stage().label(),
                one.result(),
                RESULTS.getOrDefault(one.result(), ""),
                one.opinion(),
                one.onDay(),
                one.checkedBy(),
                one.checkedAt());
    }

    private String name(UnitCode code) {
        return units.byCode(code).map(Unit::name).orElse(code.value());
    }

    /** Everybody who did something left a line in the history; every unit is known by code. */
    private Map<String, String> names(List<PetitionEvent> events) {
        Map<String, String> names = new LinkedHashMap<>();
        units.all().forEach(unit -> names.put(unit.code().value(), unit.name()));
        events.stream().map(PetitionEvent::by).forEach(by -> names.put(by.username(), by.name()));
        names.putIfAbsent(Actor.system().username(), Actor.system().name());
        return names;
    }
}
