package org.duban.card;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.duban.card.store.CardStore;
import org.duban.deadline.Subjects;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.duban.organisation.UnitKind;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals by people: the coordinator, for himself or for a third party's assessors, and the city's departments. */
@Service
@Transactional
public class HandProposals {

    private final Proposing proposing;
    private final CardStore cards;
    private final CardedCases cases;
    private final Subjects subjects;
    private final Units units;
    private final CurrentActor actor;

    HandProposals(
            Proposing proposing,
            CardStore cards,
            CardedCases cases,
            Subjects subjects,
            Units units,
            CurrentActor actor) {
        this.proposing = proposing;
        this.cards = cards;
        this.cases = cases;
        this.subjects = subjects;
        this.units = units;
        this.actor = actor;
    }

    /** The card it belongs to; sent twice, it counts once. */
    public Card propose(HandProposal given) {
        CaseNo subject = CaseNo.of(Text.required("subject", given.subject(), "案号"));
        CardCause cause = Text.chosen("cause", given.cause(), "发牌的情形");
        String text = Text.required("text", given.text(), "事实与证据");
        Proposer proposer = proposer(subject, given);
        cases.lock(subject);
        cases.mustBeOpen(subject, cause);
        UnitCode unit = unit(subject, given.unit());
        if (unit.equals(proposer.unit())) {
            throw new Refusal("unit", "不能建议给本单位发牌，请重新选择单位。");
        }
        BroughtUp fact = new BroughtUp(
                key(subject, unit, cause, proposer, text),
                subject,
                unit,
                facts(given, cause, proposer.kind()),
                proposer.name(),
                text);
        return proposing
                .bringUp(fact, proposer.by())
                .or(() -> open(fact))
                .orElseThrow(() -> new Refusal("colour", "按现行发牌规则，所填事实还达不到发牌条件。确需发牌的，请选择建议的牌级，由审核、审批人研判。"));
    }

    private Optional<Card> open(BroughtUp fact) {
        return cards.lockOpen(fact.subject(), fact.unit(), fact.facts().cause());
    }

    private record Proposer(ProposerKind kind, String name, Actor by, UnitCode unit) {}

    private Proposer proposer(CaseNo subject, HandProposal given) {
        Optional<Actor> coordinator = actor.holding(Role.COORDINATOR, null);
        String assessor = Text.optional("assessor", given.assessor(), "第三方评估组名称");
        if (coordinator.isPresent()) {
            return assessor == null
                    ? new Proposer(ProposerKind.COORDINATOR, coordinator.get().name(), coordinator.get(), null)
                    : new Proposer(ProposerKind.ASSESSOR, assessor, coordinator.get(), null);
        }
        Person person = actor.person().orElseThrow(HandProposals::notYours);
        boolean department = units.byCode(person.unit())
                .filter(unit -> unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.OFFICE)
                .isPresent();
        if (!department || assessor != null || !subjects.units(subject).contains(person.unit())) {
            throw notYours();
        }
        Actor by = actor.holding(Role.CLERK, person.unit())
                .or(() -> actor.holding(Role.HEAD, person.unit()))
                .orElseThrow(HandProposals::notYours);
        return new Proposer(
                ProposerKind.DEPARTMENT, units.shortName(person.unit()) + " " + by.name(), by, person.unit());
    }

    private static Refusal notYours() {
        return new Refusal("发牌建议由市环委办提出，或由参与本案的市直部门提出；第三方评估组的建议请交市环委办代为提出。");
    }

    private UnitCode unit(CaseNo subject, String given) {
        UnitCode unit = given == null || given.isBlank()
                ? cases.facts(subject).leadUnit()
                : units.require(UnitCode.of(given.strip())).code();
        if (unit == null) {
            throw new Refusal("unit", "案件 " + subject + " 还没有牵头单位，请选择被警示的单位。");
        }
        cases.mustTakePart(subject, unit);
        return unit;
    }

    private static CardFacts facts(HandProposal given, CardCause cause, ProposerKind kind) {
        return CardFacts.of(cause, kind)
                .late(number("daysLate", given.daysLate()))
                .behind(number("roundsBehind", given.roundsBehind()))
                .letters(number("repeatLetters", given.repeatLetters()))
                .reminded(number("unansweredReminders", given.unansweredReminders()))
                .givenBySuperior(given.superior())
                .suggesting(given.colour());
    }

    private static int number(String field, Integer value) {
        int number = Objects.requireNonNullElse(value, 0);
        if (number < 0 || number > 100_000) {
            throw new Refusal(field, "数字 " + number + " 不对，请填写 0 或以上的整数。");
        }
        return number;
    }

    private static String key(CaseNo subject, UnitCode unit, CardCause cause, Proposer proposer, String text) {
        String said = subject + "\n" + unit + "\n" + cause + "\n"
                + proposer.by().username() + "\n" + proposer.name() + "\n" + text;
        return "hand/" + subject + "/" + UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
    }
}
