package org.duban.card;

import org.duban.deadline.LadderAction;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.RungReached;
import org.duban.deadline.RungsReached;
import org.duban.deadline.SubjectFacts.Facts;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.problem.ProblemEvent;
import org.duban.round.BehindScheduleTwice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of facts that may give cause for a card and brings them up, each under a key of its own, so that hearing of it
 * twice changes nothing. Works inside the transaction of the fact.
 */
@Component
class FactsHeard {

    private final Proposing proposing;
    private final Deciding deciding;
    private final CardedCases cases;

    FactsHeard(Proposing proposing, Deciding deciding, CardedCases cases) {
        this.proposing = proposing;
        this.deciding = deciding;
        this.cases = cases;
    }

    @EventListener
    void on(RungsReached reached) {
        reached.rungs().stream()
                .filter(rung -> rung.action().proposes()
                        && CardedCases.concerns(rung.entry().caseNo()))
                .forEach(this::late);
    }

    private void late(RungReached rung) {
        LedgerEntry entry = rung.entry();
        UnitCode unit = unit(entry, rung.subject());
        if (unit == null) {
            return;
        }
        int daysLate = Math.max(0, -rung.daysLeft());
        CardColour suggested = rung.action() == LadderAction.PROPOSE_RED ? CardColour.RED : CardColour.YELLOW;
        boolean limit = entry.kind() == LedgerKind.SUBJECT;
        CardFacts facts = CardFacts.of(limit ? CardCause.MISSED_NODE : CardCause.REMINDER_UNANSWERED, ProposerKind.RULE)
                .late(daysLate)
                .reminded(limit ? 0 : 1)
                .suggesting(suggested);
        String text = limit
                ? "整改时限 " + entry.currentDueOn() + " 已超期 " + daysLate + " 天，未完成整改。"
                : "“" + entry.name() + "”期限 " + entry.currentDueOn() + " 已过 " + daysLate + " 天，经催办仍未办理。";
        bringUp("late/" + entry.id() + "/" + entry.currentDueOn() + "/" + suggested, entry.caseNo(), unit, facts, text);
    }

    /** Whose deadline it is; null for the office's own steps and where no unit is settled. */
    private static UnitCode unit(LedgerEntry entry, Facts subject) {
        String holder = entry.course().holder();
        if (entry.kind() == LedgerKind.SUBJECT || holder == null) {
            return subject.leadUnit();
        }
        return holder.startsWith("unit")
                ? UnitCode.of(holder.replaceFirst("^unit", "").replaceFirst("head$", ""))
                : null;
    }

    @EventListener
    void on(BehindScheduleTwice behind) {
        UnitCode lead = cases.facts(behind.caseNo()).leadUnit();
        if (lead != null) {
            bringUp(
                    "behind/" + behind.caseNo() + "/" + behind.round(),
                    behind.caseNo(),
                    lead,
                    CardFacts.of(CardCause.BEHIND_SCHEDULE, ProposerKind.RULE).behind(2),
                    "月调度 " + behind.earlierRound() + "、" + behind.round() + " 连续两个月未达序时进度。");
        }
    }

    @EventListener
    void on(ProblemEvent event) {
        switch (event.fact()) {
            case LOOK_BACK_FAILED -> relapse(event, "回头看发现反弹：" + event.data().getOrDefault("finding", ""));
            case RELAPSED -> relapse(event, "销号后反弹，已登记重新整改。");
            case STRUCK_OFF -> deciding.withdrawAbout(event.no(), "问题已销号，整改完成，不再发牌", Actor.system());
            case LOOK_BACK_PASSED -> deciding.withdrawAbout(event.no(), "回头看通过，问题已办结，不再发牌", Actor.system());
            default -> {}
        }
    }

    private void relapse(ProblemEvent event, String text) {
        UnitCode lead = cases.facts(event.no()).leadUnit();
        if (lead != null) {
            bringUp(
                    "relapse/" + event.no() + "/" + event.seq(),
                    event.no(),
                    lead,
                    CardFacts.of(CardCause.RELAPSE, ProposerKind.RULE),
                    text);
        }
    }

    private void bringUp(String key, CaseNo subject, UnitCode unit, CardFacts facts, String text) {
        proposing.bringUp(new BroughtUp(key, subject, unit, facts, ProposerKind.RULE.label(), text), Actor.system());
    }
}
